import { join } from 'node:path';
import { killRun } from '../kill/kill-run.ts';
import type { Figure } from './figure.ts';

const KILLS = 500;

/** Kills at random moments of a scripted session: acknowledged steps lost, records damaged. */
export async function benchKills(folder: string): Promise<Figure[]> {
  const report = await killRun(join(folder, 'killed'), KILLS, Date.now() % 1_000_000);
  return [
    { name: 'kill-9-kills', value: report.kills, unit: 'count' },
    { name: 'kill-9-steps-committed', value: report.stepsCommitted, unit: 'count' },
    { name: 'kill-9-steps-lost', value: report.lost.length, unit: 'count' },
    { name: 'kill-9-databases-damaged', value: report.damaged.length, unit: 'count' },
  ];
}
