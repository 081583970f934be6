import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answer } from '../../../shared/desk/refusal.ts';

/** What the thread of copy-worker.ts is asked to do. */
export type CopyTask =
  | { readonly what: 'copy'; readonly path: string; readonly to: string; readonly key: Uint8Array }
  | { readonly what: 'check' | 'look'; readonly path: string; readonly key: Uint8Array }
  | { readonly what: 'salvage'; readonly path: string; readonly from: string; readonly key: Uint8Array };

/** Beside this module, in the source and in the built desk alike. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? 'copy-worker.ts' : 'copy-worker.js', import.meta.url);

/** Copies the database to a file and checks the copy, on another thread. The key is copied and zeroed there. */
export const copyInBackground = (path: string, key: Buffer, to: string): Promise<Answer<{ rows: number }>> =>
  run({ what: 'copy', path, to, key: Uint8Array.from(key) });

/** Reads a whole database file, on another thread. */
export const checkInBackground = (path: string, key: Buffer): Promise<Answer<{ rows: number }>> => run({ what: 'check', path, key: Uint8Array.from(key) });

/** Reads a whole database file with its write-ahead log and changes neither, on another thread. */
export const lookInBackground = (path: string, key: Buffer): Promise<Answer<{ rows: number }>> => run({ what: 'look', path, key: Uint8Array.from(key) });

/** Brings what can still be read of a damaged file into a copy, on another thread; `rows` came over. Uses the damaged file up. */
export const salvageInBackground = (path: string, key: Buffer, from: string): Promise<Answer<{ rows: number }>> =>
  run({ what: 'salvage', path, from, key: Uint8Array.from(key) });

async function run(task: CopyTask): Promise<Answer<{ rows: number }>> {
  const worker = new Worker(workerFile, { workerData: task });
  worker.unref();
  task.key.fill(0);
  const [reply] = await once(worker, 'message');
  await worker.terminate();
  return reply;
}
