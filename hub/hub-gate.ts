import type { z } from 'zod';
import { deskHubApi } from '../shared/hub/desk-hub-api.ts';
import { largestHubCallBytes, toHubFrameSchema } from '../shared/hub/hub-frames.ts';
import type { ToHubFrame } from '../shared/hub/hub-frames.ts';
import { hubRefuse } from '../shared/hub/hub-refusal.ts';
import type { HubAnswer } from '../shared/hub/hub-refusal.ts';
import type { HubRow } from '../shared/hub/hub-row.ts';
import { guestHubApi, officialHubApi } from '../shared/hub/official-hub-api.ts';
import type { Connection, HubParty } from './connection.ts';
import { deskMethods } from './desk-methods.ts';
import { guestMethods } from './guest-methods.ts';
import type { HubContext } from './hub-context.ts';
import type { HubCall } from './methods.ts';
import { officialMethods } from './official-methods.ts';

type AnyRow = HubRow<unknown, unknown>;
type AnyMethod = (call: HubCall<HubParty['kind'], unknown>) => HubAnswer<unknown> | Promise<HubAnswer<unknown>>;
interface Side {
  readonly rows: Readonly<Record<string, AnyRow>>;
  readonly methods: Readonly<Record<string, AnyMethod>>;
}
const side = (rows: object, methods: object): Side => ({ rows: rows as Side['rows'], methods: methods as Side['methods'] });
const sides: Readonly<Record<HubParty['kind'], Side>> = {
  desk: side(deskHubApi, deskMethods),
  official: side(officialHubApi, officialMethods),
  guest: side(guestHubApi, guestMethods),
};

/** Calls of one connection that wait for their turn; whoever has more under way is not one of ours. */
const callsAtOnce = 64;

/** Reads a frame; `undefined` when it is none. */
export function readFrame(text: string): ToHubFrame | undefined {
  try {
    return toHubFrameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * The one way in for whatever a known party sends: within its rate, a frame, a method of its own contract, an input of the
 * strict shape. Calls are carried out one after the other, in the order they came.
 */
export class HubGate {
  readonly #hub: HubContext;
  readonly #connection: Connection;
  #turn: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(hub: HubContext, connection: Connection) {
    this.#hub = hub;
    this.#connection = connection;
  }

  take(text: string): void {
    if (this.#connection.isOver) return undefined;
    const { time, log } = this.#hub;
    const admitted = this.#connection.admits(time.elapsed(), Buffer.byteLength(text));
    if (admitted === undefined) {
      log('cut-off', { who: this.#connection.party.kind, why: 'too-many' });
      return this.#connection.dismiss('too-many');
    }
    const frame = readFrame(text);
    if (frame === undefined || frame.type === 'prove') {
      log('cut-off', { who: this.#connection.party.kind, why: 'not-understood' });
      return this.#connection.dismiss('not-understood');
    }
    this.#connection.heardAt = time.elapsed();
    if (frame.type === 'ping') return this.#connection.send({ type: 'pong', id: frame.id });
    if (!admitted) return this.#answer(frame.id, hubRefuse('too-many'));
    if (Buffer.byteLength(text) > largestHubCallBytes) return this.#answer(frame.id, hubRefuse('too-large'));
    return this.#call(frame.id, frame.method, frame.input);
  }

  #call(id: number, name: string, input: unknown): void {
    const { rows, methods } = sides[this.#connection.party.kind];
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (row === undefined || method === undefined) return this.#answer(id, hubRefuse('unknown-method'));
    const checked = row.input.safeParse(input);
    if (!checked.success) return this.#answer(id, { ok: false, code: 'invalid-input', field: fieldOf(checked.error) });
    const run = (): HubAnswer<unknown> | Promise<HubAnswer<unknown>> => method({ hub: this.#hub, connection: this.#connection, party: this.#connection.party, input: checked.data });
    if (name === 'sendSignal') return this.#answer(id, run() as HubAnswer<unknown>);
    if (this.#waiting >= callsAtOnce) return this.#answer(id, hubRefuse('too-many'));
    this.#waiting += 1;
    this.#turn = this.#turn.then(() => this.#carryOut(id, name, run));
  }

  async #carryOut(id: number, method: string, run: () => HubAnswer<unknown> | Promise<HubAnswer<unknown>>): Promise<void> {
    try {
      this.#answer(id, await run());
    } catch (error) {
      this.#hub.log('crashed', { method, error: error instanceof Error ? error.name : 'unknown' });
      this.#answer(id, hubRefuse('crashed'));
    } finally {
      this.#waiting -= 1;
    }
  }

  #answer(id: number, answer: HubAnswer<unknown>): void {
    if (answer.ok) this.#connection.send({ type: 'reply', id, ok: true, value: answer.value });
    else this.#connection.send({ type: 'refusal', id, code: answer.code, ...(answer.field === undefined ? {} : { field: answer.field }) });
  }
}

/** The first field that does not fit, by the names of the contract alone: what was sent is not repeated. */
function fieldOf(error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  return path.map((part) => (/^(\d{1,4}|[a-z][A-Za-z]{0,30})$/.test(String(part)) ? String(part) : '?')).join('.');
}
