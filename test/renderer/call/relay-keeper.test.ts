import { expect, test } from 'vitest';
import { keepRelayPass } from '../../../renderer/call/relay-keeper.ts';

const pass = (validFor: number) => ({ iceServers: [], until: '2026-11-22T10:00:00Z', validFor });

test('a pass is asked for once, and again when it runs out soon', async () => {
  let now = 0;
  let asked = 0;
  const keep = keepRelayPass(() => Promise.resolve(pass(600 + asked++)), () => now);
  await Promise.all([keep(), keep()]);
  now = 470_000;
  expect((await keep()).validFor).toBe(600);
  now = 490_000;
  expect((await keep()).validFor).toBe(601);
});

test('a hub that is away is told as such and asked again the next time', async () => {
  let away = true;
  const keep = keepRelayPass(() => (away ? Promise.reject(new Error('away')) : Promise.resolve(pass(600))), () => 0);
  await expect(keep()).rejects.toThrow('away');
  away = false;
  expect((await keep()).validFor).toBe(600);
});
