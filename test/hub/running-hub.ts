import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HubAdmin } from '../../hub/admin.ts';
import { hubAdmin } from '../../hub/admin.ts';
import { stateIn } from '../../hub/hub.ts';
import { systemTime } from '../../hub/hub-time.ts';
import { openStore } from '../../hub/store/open-store.ts';

const program = join(import.meta.dirname, '..', '..', 'hub', 'main.ts');

/** What a command printed, and its exit code. */
export async function hubCommand(args: readonly string[]): Promise<{ readonly code: number; readonly said: string; readonly complained: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')]);
  return { code: Number(code), said, complained };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** A hub as a process of its own. */
export class RunningHubProcess {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;
  readonly admin: HubAdmin;
  readonly address: string;

  private constructor(child: ChildProcess, exit: Promise<number | null>, address: string, admin: HubAdmin) {
    this.#child = child;
    this.#exit = exit;
    this.address = address;
    this.admin = admin;
  }

  /** Starts one on a folder and a port (0: any), and waits until it is ready. Its admin works beside it, as the commands do. */
  static async start(folder: string, port = 0): Promise<RunningHubProcess> {
    const child = spawn(process.execPath, [program, '--data', folder, '--port', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await exit;
    });
    const address = await readyAddress(child, exit);
    const store = await openStore(stateIn(folder));
    onTestFinished(() => store.close());
    return new RunningHubProcess(child, exit, address, hubAdmin({ store, time: systemTime, address, changed: () => Promise.resolve() }));
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** Sends a signal; the exit code once the process has ended (`null`: killed outright). */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.#child.kill(signal);
    return this.#exit;
  }
}

async function readyAddress(child: ChildProcess, exit: Promise<unknown>): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    void exit.then(() => reject(new Error(`ended before it was ready: ${text}`)));
    child.stdout?.on('data', (data: Buffer) => {
      text += String(data);
      const ready = /"event":"ready","address":"([^"]+)"/.exec(text);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
  });
}
