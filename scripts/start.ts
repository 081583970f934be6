import { resolve } from 'node:path';
import words from '../resources/locales/it/start.json' with { type: 'json' };
import { fillBlanks } from '../shared/text/fill-blanks.ts';
import { parseStartOptions } from '../electron/host/program/start-options.ts';
import type { StartOptions } from '../electron/host/program/start-options.ts';
import { hasDisplay } from './display.ts';
import { downloadElectron, downloadFailedLately, electronPlace, installedElectron } from './electron-runtime.ts';
import { optionNpmTook } from './option-npm-took.ts';
import { runInBrowser } from './run-in-browser.ts';
import { runInElectron } from './run-in-electron.ts';
import { desk, isStale, pages } from './stale.ts';

const taken = optionNpmTook(process.env);
if (taken !== undefined) {
  console.error(fillBlanks(words.optionBeforeDashes, { option: taken }));
  process.exit(2);
}
const parsed = parseStartOptions(process.argv.slice(2));
if (parsed.ok) process.exit(await start(parsed.options));
console.error(parsed.sentence);
process.exit(2);

/** Builds if need be, shows the desk in the best window this machine has; the exit code when the desk has ended. */
async function start(given: StartOptions): Promise<number> {
  const options = { ...given, data: given.data === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '.', given.data) };
  const [electron] = await Promise.all([electronFor(options), buildIfNeedBe()]);
  return (electron === undefined ? undefined : await runInElectron(electron, options)) ?? runInBrowser(options);
}

async function electronFor(options: StartOptions): Promise<string | undefined> {
  if (options.browser || options.noOpen || !hasDisplay()) return undefined;
  return installedElectron() ?? (await electronFromNetwork());
}

async function electronFromNetwork(): Promise<string | undefined> {
  if (!downloadFailedLately()) {
    console.log(fillBlanks(words.electronDownload, { seconds: electronPlace.seconds }));
    const program = await downloadElectron();
    if (program !== undefined) return program;
  }
  console.log(words.electronMissing);
  return undefined;
}

/** Vite is only loaded when there is something to build: it takes longer than the desk's own start. */
async function buildIfNeedBe(): Promise<void> {
  if (!isStale(pages) && !isStale(desk)) return;
  console.log(words.building);
  const { buildWhatIsStale } = await import('./build.ts');
  await buildWhatIsStale();
}
