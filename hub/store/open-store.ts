import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { HubStore, StoreMethods } from './hub-store.ts';
import type { StoreCall, StorePlace, StoreReady, StoreReply } from './sqlite/store-thread.ts';

/** Beside this module when built, a folder below it in the source. */
const threadFile = new URL(import.meta.url.endsWith('.ts') ? 'sqlite/store-thread.ts' : 'store-thread.js', import.meta.url);

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

/**
 * Opens the hub's state in a SQLite file, on a thread of its own; rejects when it cannot be opened. Calls are carried out
 * in the order they were made. One that fails rejects: a fault of the program or of the disk.
 * @param alone for a hub that runs on it; commands beside it look and change without
 */
export async function openStore(path: string, alone = false): Promise<HubStore> {
  const thread = new Worker(threadFile, { workerData: { path, alone } satisfies StorePlace });
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const [ready] = (await once(thread, 'message')) as [StoreReady];
  const call = callsTo(thread);
  const methods = Object.fromEntries(ready.methods.map((name) => [name, (...input: readonly unknown[]) => call(name, input)])) as Omit<HubStore, 'close'>;
  return { ...methods, close: () => (thread.postMessage('close'), ended) };
}

function callsTo(thread: Worker): (method: keyof StoreMethods, input: readonly unknown[]) => Promise<unknown> {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const failAll = (error: unknown): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on('message', (reply: StoreReply) => {
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) one?.reject(reply.error);
    else one?.resolve(reply.value);
  });
  thread.on('error', failAll);
  let closed = false;
  thread.once('exit', () => {
    closed = true;
    failAll(new Error('the store is closed'));
  });
  return (method, input) =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the store is closed'));
      count += 1;
      waiting.set(count, { resolve, reject });
      return thread.postMessage({ id: count, method, input } satisfies StoreCall);
    });
}
