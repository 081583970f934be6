import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect, test, vi } from 'vitest';
import { openPeer } from '../../../renderer/call/peer.ts';
import type { PeerOptions } from '../../../renderer/call/peer.ts';
import { FakePeerConnection } from './fake-peer-connection.ts';

const require = createRequire(import.meta.url);

afterEach(() => vi.unstubAllGlobals());

function open(told: string[], options: Partial<PeerOptions> = {}): { pc: FakePeerConnection; peer: ReturnType<typeof openPeer> } {
  FakePeerConnection.stub();
  const peer = openPeer({
    initiator: true,
    config: { iceServers: [] },
    beforeAnswer: () => told.push('beforeAnswer'),
    onDescription: (type) => told.push(type),
    onCandidate: () => told.push('candidate'),
    onFailed: () => told.push('failed'),
    onClosed: () => told.push('closed'),
    ...options,
  });
  return { peer, pc: peer.pc as unknown as FakePeerConnection };
}

test('simple-peer is the version whose private methods are overridden', () => {
  const { version } = JSON.parse(readFileSync(require.resolve('simple-peer/package.json'), 'utf8')) as { version: string };
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
  expect([version, dependencies?.['simple-peer'] ?? devDependencies?.['simple-peer']]).toEqual(['9.11.1', '9.11.1']);
});

test('what peer.ts overrides and calls is there, under the names of the built file', () => {
  FakePeerConnection.stub();
  const { prototype } = require('simple-peer/simplepeer.min.js') as { prototype: Record<string, unknown> };
  const names = ['_onConnectionStateChange', '_onIceStateChange', '_addIceCandidate', '_createOffer', '_createAnswer', '_onChannelMessage', 'negotiate', 'signal', 'destroy'];
  expect(names.filter((name) => typeof prototype[name] !== 'function')).toEqual([]);
  const made = open([]).pc;
  expect(made.createdChannels).toHaveLength(1);
});

test('a failed connection is told and lives on', async () => {
  const told: string[] = [];
  const { pc } = open(told);
  pc.happens('connectionState', 'failed');
  pc.happens('iceConnectionState', 'failed');
  await pc.settled();
  expect(told).toEqual(['failed', 'failed', 'offer']);
  expect(pc.closed).toBe(false);
});

test('a candidate that fits no line is survived', async () => {
  const told: string[] = [];
  const { peer, pc } = open(told);
  pc.refusesCandidates = true;
  pc.remoteDescription = { type: 'answer', sdp: '' };
  peer.takeCandidate({ candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0' });
  await pc.settled();
  expect(pc.closed).toBe(false);
  expect(told).not.toContain('closed');
});

test('a restart makes an offer even while the answer to the last one never came', async () => {
  const told: string[] = [];
  const { peer, pc } = open(told);
  await pc.settled();
  peer.restart({ iceServers: [] });
  await pc.settled();
  expect(told).toEqual(['offer', 'offer']);
});

test('an answer nobody waits for is left alone', async () => {
  const { peer, pc } = open([]);
  await peer.takeDescription({ type: 'answer', sdp: '' });
  expect(pc.remoteDescription).toBeNull();
});
