import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const root = join(import.meta.dirname, '..', '..');

/** A program of ours in a process group of its own, as a terminal would have started it. */
export class Started {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number>;
  output = '';

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(command, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env } });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', (data: Buffer) => (this.output += String(data)));
    this.#exit = new Promise((resolve) => this.#child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL'])));
    onTestFinished(async () => {
      this.signalGroup('SIGKILL');
      await this.#exit;
    });
  }

  /** The first line that matches, as soon as it is there; rejects when the program ends without it. */
  line(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const line = this.lines.find((one) => pattern.test(one));
        if (line !== undefined) resolve(line);
      };
      for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', look);
      void this.#exit.then(() => reject(new Error(`ended without ${String(pattern)}:\n${this.output}`)));
      look();
    });
  }

  /** The address of the `desk:` line. */
  async address(): Promise<string> {
    return (await this.line(/^desk: /)).slice('desk: '.length);
  }

  get lines(): string[] {
    return this.output.split('\n');
  }

  /** Exit code as a shell would say it (128 and the signal's number), once every stream is closed: no child that inherited one is left. */
  get exit(): Promise<number> {
    return this.#exit;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** What Ctrl-C does: the signal goes to everybody. */
  signalGroup(signal: NodeJS.Signals): void {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

export const start = (args: readonly string[], env?: NodeJS.ProcessEnv): Started => new Started(process.execPath, ['scripts/start.ts', ...args], env);
