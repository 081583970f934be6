import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { StoreMethods } from '../hub-store.ts';
import { lockState } from './hub-lock.ts';
import { openHubDatabase } from './open-database.ts';
import { storeMethods } from './store-methods.ts';

export interface StoreCall {
  readonly id: number;
  readonly method: keyof StoreMethods;
  readonly input: readonly unknown[];
}
/** Sent once, when the file is open. */
export interface StoreReady {
  readonly methods: readonly (keyof StoreMethods)[];
}
export type StoreReply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: unknown };

/**
 * The store on a thread of its own: signals pass through the hub while this one waits for the disk. What has come in
 * meanwhile is written together: one wait for the disk for all of it, and nobody is answered before.
 */
function serve(port: MessagePort, db: Database.Database): void {
  const methods = storeMethods(db);
  port.postMessage({ methods: Object.keys(methods) as (keyof StoreMethods)[] } satisfies StoreReady);
  port.on('message', (first: StoreCall | 'close') => {
    const calls: StoreCall[] = [];
    let last = first;
    for (let more: { message: StoreCall | 'close' } | undefined = { message: first }; more !== undefined && last !== 'close'; more = receiveMessageOnPort(port)) {
      last = more.message;
      if (last !== 'close') calls.push(last);
    }
    for (const reply of inOneTransaction(db, methods, calls)) port.postMessage(reply);
    if (last !== 'close') return;
    db.close();
    port.close();
  });
}

function inOneTransaction(db: Database.Database, methods: StoreMethods, calls: readonly StoreCall[]): readonly StoreReply[] {
  try {
    return db.transaction(() => calls.map((call) => perform(methods, call))).immediate();
  } catch (error) {
    return calls.map(({ id }) => ({ id, error }));
  }
}

/** One call that fails takes back its own work alone. */
function perform(methods: StoreMethods, { id, method, input }: StoreCall): StoreReply {
  const run = methods[method] as (...input: readonly unknown[]) => unknown;
  try {
    return { id, value: run(...input) };
  } catch (error) {
    return { id, error };
  }
}

/** What the thread is started with. */
export interface StorePlace {
  readonly path: string;
  /** For a hub that runs on it, and no other beside it. */
  readonly alone: boolean;
}

if (parentPort !== null) {
  const { path, alone } = workerData as StorePlace;
  const lock = alone ? lockState(path) : undefined;
  parentPort.once('close', () => lock?.close());
  serve(parentPort, openHubDatabase(path));
}
