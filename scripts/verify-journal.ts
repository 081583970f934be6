import { parseArgs } from 'node:util';
import words from '../resources/locales/it/commands.json' with { type: 'json' };
import { dataFolder } from '../electron/host/data-folder/data-folder.ts';
import { dispatch } from '../electron/host/desk-dispatch.ts';
import { createDeskHost } from '../electron/host/desk-host.ts';
import { isSetUp } from '../electron/host/records/desk-files.ts';
import type { Desk } from '../electron/host/desk-methods.ts';
import { fillBlanks } from '../shared/text/fill-blanks.ts';
import { rejectedOption } from '../shared/text/rejected-option.ts';
import { sentenceOf } from '../electron/host/sentences.ts';
import type { DeskInput, DeskMethod, DeskValue } from '../shared/desk/desk-api.ts';
import { formatInstant } from '../renderer/ui/dates.ts';
import { InputEnded, Terminal } from './ask-in-terminal.ts';

/** `npm run journal -- [--data DIR]`: walks the journal's hash chain of a desk that is not running. Exit code 1 when it is broken, or its end was missing without a restore. */
async function verifyJournal(folder: string): Promise<number> {
  if (!isSetUp(folder)) return stop(fillBlanks(words.notSetUp, { folder }));
  const opened = createDeskHost({ dataFolder: folder, mode: 'real', version: '', library: { list: () => [], find: () => undefined, troubles: () => [] } });
  if (!opened.ok) return stop(sentenceOf(opened.code, opened.details));
  const desk = opened.value;
  const terminal = new Terminal();
  try {
    return await report(desk, terminal);
  } finally {
    terminal.close();
    desk.close();
  }
}

async function report(desk: Desk, terminal: Terminal): Promise<number> {
  const { clerks } = await call(desk, 'describeDesk', {});
  const name = await terminal.askLine(words.whichSupervisor);
  const clerk = clerks.find(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());
  if (!clerk) return stop(fillBlanks(words.noSuchAccount, { names: clerks.map(({ displayName }) => displayName).join(', ') }));
  await call(desk, 'signIn', { clerkId: clerk.id, passphrase: await terminal.askSecret(words.passphrase) });
  const { events, intact, firstBroken, cuts } = await call(desk, 'verifyJournal', {});
  if (!intact) return stop(fillBlanks(words.journalBroken, { events, firstBroken: firstBroken ?? 0 }));
  console.log(fillBlanks(words.journalIntact, { events }));
  for (const { at, why, known, found, restored } of cuts) console.log(fillBlanks(words.journalCut[restored ? 'restored' : why], { at: formatInstant(at), known, found }));
  return cuts.every(({ restored }) => restored) ? 0 : stop(words.journalCutWhatToDo);
}

/** A refusal ends the command with its sentence. */
class Refused extends Error {}

async function call<Method extends DeskMethod>(desk: Desk, method: Method, input: DeskInput<Method>): Promise<DeskValue<Method>> {
  const reply = await dispatch(desk, method, input);
  if (!reply.ok) throw new Refused(reply.sentence);
  return reply.value as DeskValue<Method>;
}

function stop(sentence: string): number {
  console.error(sentence);
  return 1;
}

try {
  const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: true });
  process.exitCode = await verifyJournal(dataFolder('real', values.data));
} catch (error) {
  if (error instanceof Refused) process.exitCode = stop(error.message);
  else if (error instanceof InputEnded) process.exitCode = stop(words.inputEnded);
  else if (error instanceof TypeError) process.exitCode = stop(fillBlanks(words.badOption, { option: rejectedOption(error) }));
  else throw error;
}
