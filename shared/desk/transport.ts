import type { DeskEvents } from './desk-api.ts';
import type { Reply } from './refusal.ts';

/** One thing that happened at the desk, as it crosses the wire. */
export type DeskEvent = { [Name in keyof DeskEvents]: { readonly name: Name; readonly data: DeskEvents[Name] } }[keyof DeskEvents];

/** A wire to the desk, whatever carries it: Electron's IPC, a socket, or memory in a test. */
export interface DeskWire {
  /** Sends one call. Never rejects: a wire that is down answers with `connection-lost`. */
  call(method: string, input: unknown): Promise<Reply<unknown>>;
  /** Hears every event; the function returned stops listening. */
  subscribe(listener: (event: DeskEvent) => void): () => void;
}
