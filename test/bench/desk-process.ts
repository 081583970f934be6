import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const serve = join(import.meta.dirname, '../../dist/electron/serve.js');

export interface RunningProcess {
  readonly address: string;
  /** Milliseconds from starting the process to its `desk:` line. */
  readonly startedIn: number;
  /** Ends it and waits for the end. */
  readonly stop: () => Promise<void>;
}

/** Starts the built host on a data folder and waits for its address. */
export async function startBuiltDesk(dataFolder: string): Promise<RunningProcess> {
  const start = performance.now();
  const child = spawn(process.execPath, [serve, '--no-open', '--data', dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressLine(child);
  const startedIn = performance.now() - start;
  return { address, startedIn, stop: () => stopped(child) };
}

async function addressLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('desk: ')) return line.slice('desk: '.length);
  }
  throw new Error('the desk ended without an address');
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
