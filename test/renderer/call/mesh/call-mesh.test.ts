import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noLegs } from '../../../../renderer/call/leg-keeper.ts';
import { CallMesh } from '../../../../renderer/call/mesh/call-mesh.ts';
import type { CallMeshOptions, WhoIsThere } from '../../../../renderer/call/mesh/call-mesh.ts';
import { callTiming } from '../../../../shared/call/call-timing.ts';
import type { Presence } from '../../../../shared/hub/hub-views.ts';
import type { Party, Signal } from '../../../../shared/hub/signal.ts';

const callId = randomUUID();
const desk: Presence = { party: 'desk', name: 'Comune di Prova', role: 'desk', connected: true };
const official: Presence = { party: 'official', name: 'Ivo Prova', role: 'official', connected: true };
const guest = (party: 'guest-1' | 'guest-2', role: 'interpreter' | 'sign-interpreter' | 'relative' = 'interpreter'): Presence => ({ party, name: '', role, connected: true });
const there = (...guests: readonly Presence[]): WhoIsThere => ({ parties: [desk, official, ...guests], invited: [], hubUp: true });

/** Connections that never open: what is looked at is which lines there are and when they begin. */
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', { generateCertificate: () => new Promise(() => undefined) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function meshOf(me: Party, options: Partial<CallMeshOptions> = {}) {
  const sent: Signal[] = [];
  const mesh = new CallMesh({ callId, me, send: (signal) => sent.push(signal), relayPass: () => new Promise(() => undefined), ...options });
  return { mesh, sent };
}

const states = (mesh: CallMesh) => Object.fromEntries(mesh.snapshot().links.map(({ party, call }) => [party, call.state.at]));
const says = (from: Party, to: Party, generation = 0): Signal => ({ callId, from, to, generation, seq: 0, received: 0, page: 'page', body: null });

describe('lines begin', () => {
  test('between desk and official at once; to a guest when their page says it is ready', () => {
    const { mesh } = meshOf('desk');
    mesh.sync(there(guest('guest-1')));
    mesh.start('video');
    expect(states(mesh)).toEqual({ official: 'connecting', 'guest-1': 'ready' });
    mesh.takeSignal(says('guest-1', 'desk'));
    expect(states(mesh)).toEqual({ official: 'connecting', 'guest-1': 'connecting' });
  });

  test('also where the guest was ready first', () => {
    const { mesh } = meshOf('official');
    mesh.takeSignal(says('guest-1', 'official'));
    mesh.sync(there(guest('guest-1')));
    mesh.start('video');
    expect(states(mesh)).toEqual({ desk: 'connecting', 'guest-1': 'connecting' });
  });

  test('from a guest’s page to everybody who came before, who hear of it', () => {
    const { mesh, sent } = meshOf('guest-2');
    mesh.sync(there(guest('guest-1'), guest('guest-2')));
    expect(states(mesh)).toEqual({ desk: 'ready', official: 'ready', 'guest-1': 'ready' });
    mesh.start('video');
    expect(states(mesh)).toEqual({ desk: 'connecting', official: 'connecting', 'guest-1': 'connecting' });
    expect(sent.map(({ to }) => to)).toEqual(['desk', 'official', 'guest-1']);
  });

  test('again when somebody signals whose line was given up', async () => {
    const { mesh } = meshOf('guest-1');
    mesh.sync(there(guest('guest-1')));
    mesh.start('video');
    await vi.advanceTimersByTimeAsync(callTiming.connectFor * (callTiming.connectTries + 1));
    expect(states(mesh)).toEqual({ desk: 'apart', official: 'apart' });
    mesh.takeSignal(says('desk', 'guest-1'));
    expect(states(mesh)).toEqual({ desk: 'connecting', official: 'apart' });
  });
});

test('a guest who left, and comes back because the hub never heard of it, has a line again; their last words begin none', () => {
  const { mesh } = meshOf('desk');
  mesh.sync(there(guest('guest-1')));
  mesh.start('video');
  mesh.takeSignal(says('guest-1', 'desk'));
  mesh.takeSignal({ ...says('guest-1', 'desk'), body: { kind: 'bye', reason: 'hung-up' } });
  mesh.takeSignal(says('guest-1', 'desk'));
  expect(states(mesh)).toMatchObject({ 'guest-1': 'over' });
  mesh.takeSignal({ ...says('guest-1', 'desk'), page: 'another' });
  expect(states(mesh)).toMatchObject({ 'guest-1': 'connecting' });
});

describe('the resident is asked first', () => {
  test('a guest nobody agreed to has no line; one agreed to has, also when they were ready before', () => {
    const { mesh } = meshOf('desk', { asksFirst: true });
    mesh.sync(there(guest('guest-1')));
    mesh.start('video');
    mesh.takeSignal(says('guest-1', 'desk'));
    expect(states(mesh)).toEqual({ official: 'connecting' });
    mesh.admit('guest-1');
    expect(states(mesh)).toEqual({ official: 'connecting', 'guest-1': 'connecting' });
  });

  test('for an invitation, and again for the next person in the same place', () => {
    const { mesh } = meshOf('desk', { asksFirst: true });
    mesh.sync(there());
    // The answer with the place comes before the hub has told of it.
    mesh.admit('guest-1');
    mesh.sync({ ...there(), invited: [{ party: 'guest-1', role: 'interpreter', until: '2026-11-30T10:00:00.000Z' }] });
    mesh.sync(there(guest('guest-1')));
    expect(Object.keys(states(mesh))).toEqual(['official', 'guest-1']);
    mesh.sync(there());
    mesh.sync(there(guest('guest-1')));
    expect(Object.keys(states(mesh))).toEqual(['official']);
  });
});

describe('a line that ends', () => {
  test('takes no other with it', () => {
    const { mesh } = meshOf('guest-2');
    mesh.sync(there(guest('guest-1'), guest('guest-2')));
    mesh.start('video');
    const before = [mesh.conductor('desk'), mesh.conductor('official')];
    const gone = mesh.conductor('guest-1');
    mesh.sync(there(guest('guest-2')));
    expect(gone?.snapshot().state).toEqual({ at: 'over', reason: 'consultation-ended' });
    expect([mesh.conductor('desk'), mesh.conductor('official')]).toEqual(before);
    expect(states(mesh)).toEqual({ desk: 'connecting', official: 'connecting' });
  });

  test('belongs to nobody who comes into its place in another part', () => {
    const { mesh } = meshOf('desk');
    mesh.sync(there(guest('guest-1')));
    const before = mesh.conductor('guest-1');
    mesh.sync(there(guest('guest-1', 'relative')));
    expect(mesh.conductor('guest-1')).not.toBe(before);
    expect(mesh.snapshot().links[1]?.role).toBe('relative');
  });
});

test('only the line between desk and official has a record and goes on elsewhere', () => {
  const legs: string[] = [];
  const keeper = { ...noLegs, openLeg: (medium: string) => void legs.push(`open ${medium}`), closeLeg: (reason: string) => void legs.push(`close ${reason}`) };
  const { mesh } = meshOf('desk', { legs: keeper });
  mesh.sync(there(guest('guest-1')));
  mesh.start('video');
  mesh.takeSignal(says('guest-1', 'desk'));
  mesh.changeMedium('phone');
  expect(states(mesh)).toEqual({ official: 'elsewhere', 'guest-1': 'connecting' });
  expect(legs).toEqual(['open video', 'close medium-changed', 'open phone']);
});

test('sound alone by hand leaves the picture on the line to who signs', () => {
  const { mesh } = meshOf('official');
  mesh.sync(there(guest('guest-1', 'sign-interpreter')));
  mesh.start('video');
  mesh.takeSignal(says('guest-1', 'official'));
  mesh.changeMedium('audio');
  expect(mesh.snapshot().links.map(({ party, call: { state } }) => [party, 'medium' in state && state.medium])).toEqual([['desk', 'audio'], ['guest-1', 'video']]);
});
