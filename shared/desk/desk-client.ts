import { deskApi } from './desk-api.ts';
import type { DeskInput, DeskMethod, DeskValue } from './desk-api.ts';
import type { Reply } from './refusal.ts';
import type { DeskEvent, DeskWire } from './transport.ts';

export type DeskCalls = { readonly [Method in DeskMethod]: (input: DeskInput<Method>) => Promise<Reply<DeskValue<Method>>> };

/** The desk as a screen sees it: one function a method of the contract, and the events. */
export interface DeskClient extends DeskCalls {
  readonly subscribe: (listener: (event: DeskEvent) => void) => () => void;
}

/**
 * Makes a client over a wire by walking the contract's table: a name that is not in it does not exist here either
 * (a Proxy would answer to any name, `then` included).
 */
export function createDeskClient(wire: DeskWire): DeskClient {
  const methods = Object.keys(deskApi) as DeskMethod[];
  const calls = Object.fromEntries(methods.map((method) => [method, (input: unknown) => wire.call(method, input)]));
  return Object.freeze({ ...(calls as unknown as DeskCalls), subscribe: (listener: (event: DeskEvent) => void) => wire.subscribe(listener) });
}
