import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Acknowledgement } from './acknowledgement.ts';
import { isStep } from './acknowledgement.ts';
import { brokenRows, openTestDesk, setUpTestDesk } from './kill-desk.ts';
import { lostWork } from './lost-work.ts';
import { seededRandom } from './random-answers.ts';

export interface KillReport {
  readonly kills: number;
  readonly stepsCommitted: number;
  readonly lost: readonly Acknowledgement[];
  /** Broken pages, rows without their parent, openings or journal checks that failed after a kill. */
  readonly damaged: readonly string[];
}

/** Longest time a clerk works before the plug is pulled, milliseconds. */
const LONGEST_LIFE = 300;

/**
 * Starts a desk on a folder, lets a scripted clerk work, ends the process with SIGKILL at a random moment, opens the records
 * again and looks for everything that had been acknowledged; so many times, on the same records.
 */
export async function killRun(folder: string, kills: number, seed: number): Promise<KillReport> {
  await setUpTestDesk(folder);
  const random = seededRandom(seed);
  const lost: Acknowledgement[] = [];
  const damaged: string[] = [];
  let stepsCommitted = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await workUntilKilled(folder, seed + kill, random() * LONGEST_LIFE);
    stepsCommitted += acknowledged.filter(isStep).length;
    const after = await inspect(folder, acknowledged);
    lost.push(...after.lost);
    if (after.damage !== undefined) damaged.push(after.damage);
  }
  return { kills, stepsCommitted, lost, damaged };
}

async function workUntilKilled(folder: string, seed: number, life: number): Promise<Acknowledgement[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'scripted-desk.ts'), folder, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Acknowledgement[] = [];
  const reading = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as Acknowledgement | { what: 'ready' };
      if (said.what === 'ready') setTimeout(() => child.kill('SIGKILL'), life);
      else lines.push(said);
    }
  })();
  await Promise.all([reading, ended(child)]);
  return lines;
}

/** Fails when the clerk stopped by itself: then nothing was killed and nothing proved. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(`the scripted desk ended by itself, code ${code}`))));
  });
}

/** Looks at the records first as the kill left them, then through the desk. */
async function inspect(folder: string, acknowledged: readonly Acknowledgement[]): Promise<{ lost: Acknowledgement[]; damage: string | undefined }> {
  try {
    const broken = await brokenRows(folder);
    if (broken.length > 0) return { lost: [], damage: broken.join(', ') };
    const desk = openTestDesk(folder);
    const lost = await lostWork(desk, acknowledged);
    const journal = await desk.methods.verifyJournal({});
    desk.close();
    const holds = journal.ok && journal.value.intact && journal.value.cuts.length === 0;
    return { lost, damage: holds ? undefined : 'the journal does not hold' };
  } catch (error) {
    return { lost: [], damage: String(error) };
  }
}
