import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { pingEvery, staleAfter } from '../../../shared/hub/hub-frames.ts';
import { SignalRelay } from './signal-relay.ts';

// As at a real desk: the page speaks to its own computer, and the desk's program, not the browser, keeps the line to the hub.
// (A browser opens one socket at a time to an address and waits longer after each that failed.) Folder, port, relay's address.
const [folder = '.', port = '0', upstream = ''] = process.argv.slice(2);

const tryAtOnce = 4;
const trying = new Set<WebSocket>();
let line: WebSocket | undefined;
let heardAt = 0;
const nobody = '{"type":"present","parties":[]}';
let present = nobody;

const page = new SignalRelay(folder);
page.changed = () => page.tell('desk', present);
page.fate = (signal) => {
  if (line?.readyState === WebSocket.OPEN) line.send(JSON.stringify({ type: 'signal', signal }));
  return [];
};
await page.open('127.0.0.1', Number(port));
process.stdout.write('open\n');

for (;;) {
  if (line === undefined) tryOnce();
  else if (performance.now() - heardAt > staleAfter.inCall) lose();
  else line.send('{"type":"ping"}');
  await pause(pingEvery.inCall);
}

function tryOnce(): void {
  const [oldest] = trying;
  if (oldest && trying.size >= tryAtOnce) leave(oldest);
  const socket = new WebSocket(`${upstream}/signals?party=desk`);
  trying.add(socket);
  socket.on('error', () => undefined);
  socket.on('open', () => {
    trying.delete(socket);
    for (const other of trying) leave(other);
    line = socket;
    heardAt = performance.now();
  });
  socket.on('message', (data) => {
    if (socket !== line) return;
    heardAt = performance.now();
    const text = String(data);
    if (text.startsWith('{"type":"present"')) present = text;
    page.tell('desk', text);
  });
  socket.on('close', () => {
    trying.delete(socket);
    if (socket === line) lose();
  });
}

function leave(socket: WebSocket): void {
  trying.delete(socket);
  socket.terminate();
}

function lose(): void {
  line?.terminate();
  line = undefined;
  present = nobody;
  page.changed();
  tryOnce();
}
