import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import words from '../resources/locales/it/start.json' with { type: 'json' };
import { readyMessageSchema } from '../electron/host/loopback/ready-message.ts';
import type { ReadyMessage } from '../electron/host/loopback/ready-message.ts';
import type { StartOptions } from '../electron/host/program/start-options.ts';

/** The options a desk's process takes, as it takes them. */
export function deskArguments({ data, port, training, noHub }: StartOptions): string[] {
  const flags = [...(training ? ['--training'] : []), ...(noHub ? ['--no-hub'] : [])];
  return [...(data === undefined ? [] : [`--data=${data}`]), ...(port === 0 ? [] : [`--port=${port}`]), ...flags];
}

/** A desk that was asked to end has so long, as its last work may be a copy of the records. */
const deskPatienceMs = 5000;

/** Asks a desk to end, and ends it when it does not hear: nobody waits before a terminal for one that is frozen. */
export function endDesk(desk: ChildProcess): void {
  endInTime(desk, deskPatienceMs, () => console.error(words.frozen));
}

/** Asks a process to end, and ends it when it has not done so in time. */
export function endInTime(child: ChildProcess, milliseconds: number, tell: () => void = () => undefined): void {
  const insist = setTimeout(() => {
    tell();
    child.kill('SIGKILL');
  }, milliseconds);
  child.once('exit', () => clearTimeout(insist));
  child.kill('SIGTERM');
}

/** How often a start under npm looks whether npm is still there. */
const lookEveryMs = 500;
/** Who started us, before the pages are built or Electron is downloaded: npm may be gone by the time there is a desk. */
const parent = process.ppid;

/** SIGTERM to npm alone ends npm and the shell it put between us, and nobody tells us: our parent is then another one. */
function endWithNpm(child: ChildProcess): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    endDesk(child);
  }, lookEveryMs);
  looking.unref();
}

/** Starts a desk's process that ends with this one: with Ctrl-C, with SIGTERM, with npm, and when the channel between them breaks. */
export function startDesk(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endDesk(child));
  endWithNpm(child);
  return child;
}

/** Exit code of a process that a signal ended, or that could not be started at all. */
export const endedBadly = 128;

/** Waits until a process has ended; its exit code. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? endedBadly));
    child.on('error', () => resolve(endedBadly));
  });
}

/** Waits until a desk's process says that it answers. */
export const answering = (desk: ChildProcess): Promise<ReadyMessage> =>
  new Promise((resolve) => desk.once('message', (message) => resolve(readyMessageSchema.parse(message))));
