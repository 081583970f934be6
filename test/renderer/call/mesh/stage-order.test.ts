import { describe, expect, test } from 'vitest';
import type { LinkSnapshot } from '../../../../renderer/call/mesh/mesh-link.ts';
import { foremostLink, stageOrder } from '../../../../renderer/call/mesh/stage-order.ts';
import { noTracks } from '../../../../renderer/call/media-lines.ts';
import type { CallState } from '../../../../shared/call/call-machine.ts';

const nothingOn = { microphone: true, camera: true, screen: false };
const live: CallState = { at: 'live', medium: 'video', since: 0 };
function link(party: LinkSnapshot['party'], role: LinkSnapshot['role'], screen = false, state: CallState = live): LinkSnapshot {
  return { party, role, name: '', line: undefined, call: { state, remote: noTracks, theirs: { ...nothingOn, screen }, mine: nothingOn, code: null } };
}
const told = (tiles: ReturnType<typeof stageOrder>) => tiles.map(({ party, line, size }) => `${party} ${line} ${size}`);

describe('the stage', () => {
  test('the official is large for desk and guests, the desk for the official', () => {
    expect(told(stageOrder('desk', [link('guest-1', 'relative'), link('official', 'official')]))).toEqual(['official camera large', 'guest-1 camera small']);
    expect(told(stageOrder('guest-1', [link('desk', 'desk'), link('official', 'official')]))).toEqual(['official camera large', 'desk camera small']);
    expect(told(stageOrder('official', [link('desk', 'desk')]))).toEqual(['desk camera large']);
  });

  test('a screen that is shown is large, whoever shows it, and everybody’s picture stays', () => {
    const seen = [link('official', 'official'), link('guest-1', 'relative'), link('guest-2', 'colleague', true)];
    expect(told(stageOrder('desk', seen))).toEqual(['guest-2 screen large', 'official camera small', 'guest-1 camera small', 'guest-2 camera small']);
  });

  test('who signs comes first after the large picture, never in the small size', () => {
    const seen = [link('official', 'official', true), link('guest-1', 'relative'), link('guest-2', 'sign-interpreter')];
    expect(told(stageOrder('desk', seen))).toEqual(['official screen large', 'guest-2 camera signing', 'official camera small', 'guest-1 camera small']);
  });

  test('nobody there yet shows nothing', () => expect(stageOrder('guest-1', [])).toEqual([]));
});

describe('the line that stands for the call', () => {
  const apart: CallState = { at: 'apart', medium: 'video', since: 0 };
  test('between desk and official is theirs, however it stands', () => {
    expect(foremostLink('desk', [link('guest-1', 'relative'), link('official', 'official', false, apart)])?.party).toBe('official');
  });
  test('for a guest is the first that carries something', () => {
    expect(foremostLink('guest-1', [link('official', 'official', false, apart), link('desk', 'desk')])?.party).toBe('desk');
    expect(foremostLink('guest-1', [link('desk', 'desk', false, apart), link('official', 'official', false, apart)])?.party).toBe('official');
  });
});
