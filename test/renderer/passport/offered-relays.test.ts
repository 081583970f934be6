import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relayOn, relayPass } from '../../../hub/relay-pass.ts';
import { offeredRelays } from '../../../renderer/passport/offered-relays.ts';
import { systemClock } from '../../../shared/desk/clock.ts';

test('the hub’s own pass, told apart by transport', () => {
  const offered = offeredRelays(relayPass(relayOn('turn.example.it', 3478, 443, 'segreto'), 'sportello', 120, systemClock));
  expect(Object.fromEntries(Object.entries(offered).map(([way, server]) => [way, server?.urls]))).toEqual({
    stun: ['stun:turn.example.it:3478'],
    'relay-udp': ['turn:turn.example.it:3478?transport=udp'],
    'relay-tcp': ['turn:turn.example.it:3478?transport=tcp'],
    'relay-tls': ['turns:turn.example.it:443?transport=tcp'],
  });
  expect(offered.stun).not.toHaveProperty('credential');
  expect(offered['relay-tls']?.credential).toMatch(/=$/);
});

test('what is not offered is not there, and without a transport it is UDP', () => {
  const offered = offeredRelays({ iceServers: [{ urls: ['turn:a:1', 'https://b', 'TURN:c:1?transport=TCP'], username: 'u', credential: 'c' }] });
  expect(offered).toEqual({ stun: undefined, 'relay-udp': { urls: ['turn:a:1'], username: 'u', credential: 'c' }, 'relay-tcp': { urls: ['TURN:c:1?transport=TCP'], username: 'u', credential: 'c' }, 'relay-tls': undefined });
});

test('never an address that the hub did not name', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ urls: fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('stun:a:1', 'turn:a', 'turns:a?transport=tcp'))) })), (iceServers) => {
      const named = iceServers.flatMap(({ urls }) => urls);
      for (const server of Object.values(offeredRelays({ iceServers }))) for (const url of server?.urls ?? []) expect(named).toContain(url);
    }),
    { numRuns: 2_000 },
  );
});
