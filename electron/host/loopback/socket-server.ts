import type { WebSocket } from 'ws';
import { callFrameSchema } from '../../../shared/desk/socket-frames.ts';
import type { CallFrame, DeskFrame } from '../../../shared/desk/socket-frames.ts';
import { dispatch } from '../desk-dispatch.ts';
import type { Desk } from '../desk-methods.ts';

/** Close codes of RFC 6455, section 7.4.1. */
const closeCode = { unsupportedData: 1003, policyViolation: 1008 } as const;

/**
 * Serves one screen over a socket that was already let in: calls go through the gate, events go out. A frame that is not
 * a call ends the connection: our own screen never sends one.
 */
export function serveSocket(socket: WebSocket, desk: Desk): void {
  const send = (frame: DeskFrame): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const stopListening = desk.subscribe((event) => send({ event }));
  socket.on('close', stopListening);
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(closeCode.unsupportedData);
    const frame = readCallFrame(String(data));
    if (frame === undefined) return socket.close(closeCode.policyViolation);
    return void dispatch(desk, frame.method, frame.input).then((reply) => send({ id: frame.id, reply }));
  });
}

function readCallFrame(text: string): CallFrame | undefined {
  try {
    return callFrameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
