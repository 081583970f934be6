import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';

export interface DeskProcess {
  readonly process: ChildProcess;
  /** Lets one browser in. */
  readonly address: string;
  /** All it said up to its address. */
  readonly printed: string;
}

/** The desk as its own process, as `npm start` runs it. */
export async function startProcess(dataFolder: string, ...options: readonly string[]): Promise<DeskProcess> {
  const serve = [join(root, 'electron/host/serve.ts'), '--data', dataFolder, '--no-open', '--no-hub', ...options];
  const started = spawn(process.execPath, serve, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const chunk of started.stdout.setEncoding('utf8')) {
    printed += String(chunk);
    const address = /^desk: (\S+)$/m.exec(printed)?.[1];
    if (address !== undefined) return { process: started, address, printed };
  }
  throw new Error(`the desk did not start: ${printed}`);
}

/** Ends it, as a power cut does unless told otherwise, and waits until it is gone. */
export async function stopProcess({ process: started }: DeskProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const gone = once(started, 'exit');
  started.kill(signal);
  await gone;
}
