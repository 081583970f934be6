import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Signal } from '../../shared/hub/signal.ts';
import { question } from '../hub/sample-hub.ts';
import { percentile } from './figure.ts';
import type { Figure } from './figure.ts';
import { desksConnected, furnishHub, offices, officialsConnected } from './full-hub.ts';
import type { LoadParty } from './load-party.ts';

const callsASecond = 20;
const seconds = 15;
/** Messages of a call in each direction while it is set up. */
const signalsEachWay = 20;
const root = join(import.meta.dirname, '..', '..');

/** A full hub, and calls being set up on it: how long a signal takes through it, beside a bare echo. */
export async function benchHubLoad(folder: string): Promise<Figure[]> {
  const hub = spawn(process.execPath, [join(root, 'dist', 'hub', 'main.js'), '--port', '0', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await lineOf(hub, /"event":"ready","address":"([^"]+)"/);
  const furniture = await furnishHub(folder, address);
  const before = memoryOf(hub);
  const officials = await officialsConnected(address, furniture);
  const desks = await desksConnected(address, furniture);
  await pause(3_000);
  const memory = (memoryOf(hub) - before) / (desks.length + officials.length);
  const { delays, setUps, claimedTwice } = await setUpCalls(desks, officials);
  hub.kill('SIGTERM');
  await once(hub, 'exit');
  const echo = await benchEcho();
  const [p99, echoP99] = [percentile(delays, 0.99), percentile(echo, 0.99)];
  return [
    { name: 'hub-load-connections', value: desks.length + officials.length, unit: 'count' },
    { name: 'hub-load-memory-a-connection', value: memory, unit: 'kB' },
    { name: 'hub-load-signals', value: delays.length, unit: 'count' },
    { name: 'hub-load-signal-p50', value: percentile(delays, 0.5), unit: 'ms', ratio: { value: percentile(delays, 0.5) / percentile(echo, 0.5), versus: 'a bare echo' } },
    { name: 'hub-load-signal-p99', value: p99, unit: 'ms', ratio: { value: p99 / echoP99, versus: 'a bare echo' } },
    { name: 'hub-load-ask-to-call-p95', value: percentile(setUps, 0.95), unit: 'ms' },
    { name: 'hub-load-claimed-twice', value: claimedTwice, unit: 'count' },
  ];
}

interface Measured {
  /** Milliseconds of each signal from one party to the other. */
  readonly delays: number[];
  /** Milliseconds from the claim to both knowing of the call. */
  readonly setUps: number[];
  claimedTwice: number;
}

async function setUpCalls(desks: readonly LoadParty[], officials: readonly LoadParty[]): Promise<Measured> {
  const measured: Measured = { delays: [], setUps: [], claimedTwice: 0 };
  const calls: Promise<void>[] = [];
  for (let n = 0; n < callsASecond * seconds; n += 1) {
    const [desk, official, rival] = [desks[(n * 7) % desks.length], officials[(n * 2) % officials.length], officials[(n * 2 + offices) % officials.length]];
    if (desk !== undefined && official !== undefined && rival !== undefined) calls.push(oneCall(desk, official, rival, `office-${(n * 2) % offices}`, measured));
    await pause(1_000 / callsASecond);
  }
  await Promise.all(calls);
  return measured;
}

async function oneCall(desk: LoadParty, official: LoadParty, rival: LoadParty, officeId: string, measured: Measured): Promise<void> {
  const consultationId = randomUUID();
  await desk.call('ask', { consultationId, officeId, question, checklist: null, sealingKey: 'BKey' });
  const began = performance.now();
  const claims = await Promise.all([official, rival].map((one) => one.call('claim', { consultationId })));
  const winners = [official, rival].filter((_one, index) => claims[index] === 'ok');
  if (winners.length !== 1) measured.claimedTwice += 1;
  const view = await desk.seen('"call":{"callId"');
  measured.setUps.push(performance.now() - began);
  const callId = /"call":\{"callId":"([^"]+)"/.exec(view)?.[1] ?? '';
  const [winner] = winners;
  if (winner !== undefined) await Promise.all([signals(desk, winner, callId, 'desk', measured), signals(winner, desk, callId, 'official', measured)]);
  await desk.call('endConsultation', { consultationId });
}

/** The messages of one direction: a description, then candidates, a few milliseconds apart. */
async function signals(from: LoadParty, to: LoadParty, callId: string, party: 'desk' | 'official', { delays }: Measured): Promise<void> {
  const sentAt: number[] = [];
  const all = new Promise<void>((resolve) => {
    to.onSignal = (signal) => {
      delays.push(performance.now() - (sentAt[signal.seq] ?? Number.NaN));
      if (signal.seq === signalsEachWay - 1) resolve();
    };
  });
  for (let seq = 0; seq < signalsEachWay; seq += 1) {
    const body: Signal['body'] = seq === 0 ? { kind: 'description', type: 'offer', offer: 0, sdp: 'v'.repeat(6_000) } : { kind: 'candidate', candidate: 'c'.repeat(150), sdpMid: '0', sdpMLineIndex: 0 };
    sentAt.push(performance.now());
    void from.call('sendSignal', { callId, from: party, to: party === 'desk' ? 'official' : 'desk', generation: 0, seq, received: 0, body });
    await pause(5);
  }
  await all;
}

/** The same messages at the same rate to a server that sends them back. */
async function benchEcho(): Promise<number[]> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'echo-server.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await lineOf(server, /port (\d+)/);
  const delays: number[] = [];
  const runs: Promise<void>[] = [];
  for (let n = 0; n < callsASecond * seconds * 2; n += 1) {
    runs.push(echoed(`ws://127.0.0.1:${port}`, delays));
    await pause(1_000 / callsASecond / 2);
  }
  await Promise.all(runs);
  server.kill('SIGKILL');
  return delays;
}

async function echoed(address: string, delays: number[]): Promise<void> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await once(socket, 'open');
  for (let seq = 0; seq < signalsEachWay; seq += 1) {
    const sentAt = performance.now();
    socket.send('c'.repeat(seq === 0 ? 6_300 : 400));
    socket.once('message', () => delays.push(performance.now() - sentAt));
    await pause(5);
  }
  socket.close();
}

function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`ended: ${text}`)));
    child.stdout?.on('data', (data: Buffer) => {
      // The hub's log goes on; only its beginning matters.
      if (text.length < 10_000) text += String(data);
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

/** Resident memory of a process, in kB. */
const memoryOf = ({ pid }: ChildProcess): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN);
