import { join } from 'node:path';
import words from '../resources/locales/it/hub-program.json' with { type: 'json' };
import { fillBlanks } from '../shared/text/fill-blanks.ts';
import { startHub } from './hub.ts';
import type { RunningHub } from './hub.ts';
import { jsonLines } from './hub-log.ts';
import { carryOut, noteAddress } from './program/commands.ts';
import { dataFolder, isMisuse, readCommand } from './program/hub-options.ts';
import type { HubCommand } from './program/hub-options.ts';
import { runSettings } from './program/run-settings.ts';
import { anotherHubIsRunning } from './store/hub-store.ts';

/** Exit codes: what was asked makes no sense; it could not be done. */
const misused = 2;
const failed = 1;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** The pages as they are built, beside the built hub. */
const builtPages = join(import.meta.dirname, '..', 'renderer');

await main().catch((error: unknown) => {
  complain(describe(error));
  process.exitCode = failed;
});

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2), process.env);
  if (isMisuse(command)) return misuse(command.sentence);
  if (command.on.has('help')) return say(words.help.join('\n'));
  const folder = dataFolder(command, process.env);
  if (command.words.length === 0) return run(command, folder);
  const said = await carryOut(command, folder);
  if (said === undefined) return misuse(fillBlanks(words.badCommand, { command: command.words.join(' ') }));
  if (isMisuse(said)) return misuse(said.sentence);
  return said.forEach(say);
}

function misuse(sentence: string): void {
  complain(sentence);
  process.exitCode = misused;
}

async function run(command: HubCommand, folder: string): Promise<void> {
  const settings = runSettings(command, folder);
  if (isMisuse(settings)) return misuse(settings.sentence);
  const log = jsonLines(say, () => new Date().toISOString());
  const hub = await startHub({ ...settings, folder, pages: command.given.pages ?? builtPages, log });
  noteAddress(folder, hub.address);
  log('ready', { address: hub.address, official: hub.officialAddress });
  endWith(hub);
}

/** The first signal closes the hub in order; whoever sends another is in a hurry. */
function endWith(hub: RunningHub): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void hub.close().then(() => process.exit(0)));
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && error.message === anotherHubIsRunning) return words.alreadyRunning;
  if (code === 'EADDRINUSE') return words.portTaken;
  if (code === 'EACCES' || code === 'EPERM') return words.notAllowed;
  return fillBlanks(words.crashed, { what: error instanceof Error ? `${error.name} ${code} ${error.message}` : 'unknown' });
}
