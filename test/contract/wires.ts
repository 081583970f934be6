import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { dispatch } from '../../electron/host/desk-dispatch.ts';
import type { Desk } from '../../electron/host/desk-methods.ts';
import { createPreloadWire } from '../../renderer/desk/preload-wire.ts';
import { SocketWire } from '../../renderer/desk/socket-wire.ts';
import type { SocketLike } from '../../renderer/desk/socket-wire.ts';
import { answer } from '../../shared/desk/refusal.ts';
import type { DeskWire } from '../../shared/desk/transport.ts';
import { comeIn, serveDesks } from '../host/loopback/served-desk.ts';
import { createFakeIpc } from '../shell/fake-ipc.ts';

export const sentences = { 'connection-lost': 'lost', 'too-large': 'large' };

type MakeWire = (desk: Desk) => Promise<DeskWire>;

const memoryWire: MakeWire = async (desk) => ({ call: (method, input) => dispatch(desk, method, input, () => undefined), subscribe: (listener) => desk.subscribe(listener) });

/** A socket as a browser would open it: with the page's Origin and the cookie. */
const socketWire: MakeWire = async (desk) => {
  const server = await serveDesks({ real: () => answer(desk) });
  const origin = `http://127.0.0.1:${server.port}`;
  const headers = { cookie: await comeIn(server) };
  const openSocket = (): SocketLike => new WebSocket(`ws://127.0.0.1:${server.port}/desk`, { origin, headers }) as unknown as SocketLike;
  const wire = new SocketWire({ openSocket, sentences });
  onTestFinished(() => wire.close());
  return wire;
};

const imitatedIpcWire: MakeWire = async (desk) => createPreloadWire(createFakeIpc({ real: () => answer(desk) }).bridge, sentences);

/** Every way to the desk; what one does they all must do. */
export const wires: readonly (readonly [string, MakeWire])[] = [
  ['memory', memoryWire],
  ['socket', socketWire],
  ['imitated IPC', imitatedIpcWire],
];
