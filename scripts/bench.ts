import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchCallRecover } from '../test/bench/call-recover.ts';
import { benchCallSetup } from '../test/bench/call-setup.ts';
import { benchColdStart } from '../test/bench/cold-start.ts';
import { figureLine } from '../test/bench/figure.ts';
import type { Figure } from '../test/bench/figure.ts';
import { benchFirstLoad } from '../test/bench/first-load.ts';
import { makeFullDesk, openFullDesk } from '../test/bench/full-desk.ts';
import { benchHubLoad } from '../test/bench/hub-load.ts';
import { benchKills } from '../test/bench/kill-9.ts';
import { benchPaperTransfer } from '../test/bench/paper-transfer.ts';
import { benchRural } from '../test/bench/rural.ts';
import { benchSearch } from '../test/bench/search.ts';
import { benchStepSave } from '../test/bench/step-save.ts';
import { buildWhatIsStale } from './build.ts';

const SESSIONS = 50_000;
const LAST_DAY = '2026-11-20';

/** What can be measured, by name; `npm run bench -- step-save kill-9` measures only those. It prints and never judges. */
const benches: Readonly<Record<string, (folder: string) => Promise<Figure[]>>> = {
  'step-save': benchStepSave,
  'first-load': async (folder) => benchFirstLoad(await fullDesk(folder)),
  'search-50k': async (folder) => {
    const desk = await openFullDesk(await fullDesk(folder));
    const figures = await benchSearch(desk);
    desk.close();
    return figures;
  },
  'cold-start-50k': async (folder) => benchColdStart(await fullDesk(folder)),
  'kill-9': benchKills,
  'hub-load': benchHubLoad,
  'call-setup': benchCallSetup,
  'call-recover': benchCallRecover,
  'paper-transfer': benchPaperTransfer,
  rural: benchRural,
};

let made: Promise<string> | undefined;

/** The folder with 50,000 sessions, made once. */
function fullDesk(folder: string): Promise<string> {
  const path = join(folder, 'full');
  made ??= makeFullDesk(path, SESSIONS, LAST_DAY).then(() => path);
  return made;
}

async function bench(names: readonly string[]): Promise<void> {
  await buildWhatIsStale();
  const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  for (const name of names) {
    const own = join(folder, name);
    mkdirSync(own);
    const figures = await benches[name]?.(name === 'step-save' || name === 'kill-9' || name === 'hub-load' ? own : folder);
    for (const figure of figures ?? []) console.log(figureLine(figure));
  }
  rmSync(folder, { recursive: true, force: true });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`Nothing to measure called ${unknown.join(', ')}: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
await bench(asked.length > 0 ? asked : Object.keys(benches));
