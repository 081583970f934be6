import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskInput, DeskMethod } from '../../shared/desk/desk-api.ts';

/** One call through the gate. */
export type Call = { [Method in DeskMethod]: readonly [Method, DeskInput<Method>] }[DeskMethod];

/**
 * Has a real process make the calls on a copy of the folder and kills it at each step to disk of the last one in turn, then
 * gives every folder that was left behind to `look`; at last the one where nothing was killed. Answers with the number of kills.
 */
export async function killedAtEachStep(folder: string, calls: readonly Call[], copyTo: string, look: (folder: string) => Promise<void>): Promise<number> {
  for (let step = 0; ; step += 1) {
    const left = join(copyTo, String(step));
    cpSync(folder, left, { recursive: true });
    const killed = await killedAt(left, calls, step);
    await look(left);
    if (!killed) return step;
  }
}

/** Whether the process was killed; false when it came to its end. Throws when it ended in any other way. */
async function killedAt(folder: string, calls: readonly Call[], step: number): Promise<boolean> {
  const script = join(import.meta.dirname, 'kill-point-child.ts');
  const child = spawn(process.execPath, [script, folder, JSON.stringify(calls), String(step)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = await once(child, 'exit');
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the process ended by itself, code ${code}`);
  return signal === 'SIGKILL';
}
