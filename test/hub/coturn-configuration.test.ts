import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { coturnConfiguration } from '../../hub/coturn-configuration.ts';
import { writeRelayConfiguration } from '../../hub/program/relay-files.ts';
import { relayOn, relayPass } from '../../hub/relay-pass.ts';
import { systemClock } from '../../shared/desk/clock.ts';
import type { RelayPass } from '../../shared/hub/hub-views.ts';
import { hubFolder } from './hub-folder.ts';
import { rangesOf, TurnClient } from './turn-client.ts';

const settings = { realm: 'turn.example.it', port: 3478, tlsPort: 443, tls: undefined, externalIp: undefined };
const lines = coturnConfiguration({ ...settings, secret: 'segreto', folder: '/var/lib/hub' }).split('\n');

const denied = lines.filter((line) => line.startsWith('denied-peer-ip=')).map((line) => line.slice('denied-peer-ip='.length));
const isDenied = (address: string): boolean => {
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  return rangesOf(denied, family).check(address, family);
};

test.each([
  '10.1.2.3', '172.16.0.1', '172.31.255.254', '192.168.1.1', '127.0.0.1', '0.0.0.0', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255',
  '::1', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::',
])('no relay leads to %s', (address) => {
  expect(isDenied(address)).toBe(true);
});

test.each(['93.184.216.34', '151.1.1.1', '172.32.0.1', '2a00:1450:4002::1'])('but to %s it does', (address) => {
  expect(isDenied(address)).toBe(false);
});

test('keys are the hub’s alone, and there is no console', () => {
  for (const line of ['use-auth-secret', 'static-auth-secret=segreto', 'realm=turn.example.it', 'no-cli', 'no-multicast-peers', 'no-tls', 'no-dtls']) expect(lines).toContain(line);
});

test('with a certificate it offers TLS where nothing is blocked', () => {
  const withTls = coturnConfiguration({ ...settings, tls: { cert: '/c.pem', key: '/k.pem' }, externalIp: '203.0.113.7', secret: 's', folder: '/v' }).split('\n');
  for (const line of ['tls-listening-port=443', 'cert=/c.pem', 'pkey=/k.pem', 'external-ip=203.0.113.7']) expect(withTls).toContain(line);
});

test('the secret is made once and is for its owner’s eyes', () => {
  const folder = hubFolder();
  const path = writeRelayConfiguration(folder, settings);
  const first = readFileSync(path, 'utf8');
  expect(readFileSync(writeRelayConfiguration(folder, settings), 'utf8')).toBe(first);
  expect([path, join(folder, 'relay-secret')].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
});

test.skipIf(!existsSync('/usr/bin/turnserver'))('a real coturn started with it takes the hub’s passes, and leads nowhere near', async () => {
  const folder = hubFolder();
  const port = await freePort();
  const path = writeRelayConfiguration(folder, { ...settings, port });
  const relay = spawn('/usr/bin/turnserver', ['-c', path, '-L', '127.0.0.1'], { stdio: 'ignore' });
  onTestFinished(() => void relay.kill('SIGKILL'));
  const secret = readFileSync(join(folder, 'relay-secret'), 'utf8').trim();
  const clientWith = (pass: RelayPass): TurnClient => new TurnClient(port, pass.iceServers[1]?.username ?? '', pass.iceServers[1]?.credential ?? '');
  const client = clientWith(relayPass(relayOn('127.0.0.1', port, 0, secret), 'sportello', 600, systemClock));
  expect(await client.allocate()).toBe(0);
  const answers = [];
  for (const peer of ['127.0.0.1', '192.168.1.1', '169.254.169.254', '10.0.0.1', '93.184.216.34']) answers.push([peer, await client.permit(peer)]);
  expect(Object.fromEntries(answers)).toEqual({ '127.0.0.1': 403, '192.168.1.1': 403, '169.254.169.254': 403, '10.0.0.1': 403, '93.184.216.34': 0 });
  expect(await clientWith(relayPass(relayOn('127.0.0.1', port, 0, 'altro segreto'), 'sportello', 600, systemClock)).allocate()).toBe(401);
  expect(await clientWith(relayPass(relayOn('127.0.0.1', port, 0, secret), 'sportello', -1, systemClock)).allocate()).toBe(401);
});

/** A port nobody has just now. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
