import { randomBytes } from 'node:crypto';
import words from '../../resources/locales/it/start.json' with { type: 'json' };
import { announceDesk } from './loopback/announce-desk.ts';
import { dataFolder } from './data-folder/data-folder.ts';
import { describeStartTrouble } from './program/describe-start-trouble.ts';
import { DeskServer } from './loopback/desk-server.ts';
import { embeddedHub } from './program/embedded-hub.ts';
import type { EmbeddedHub } from './program/embedded-hub.ts';
import { endOnCrash } from './program/end-on-crash.ts';
import { openFolderOfFiles } from './loopback/folder-of-files.ts';
import { joinRunningDesk } from './loopback/join-running-desk.ts';
import { RunningNotes } from './loopback/running-notes.ts';
import { doorsFor } from './open-doors.ts';
import { printLine, printTrouble } from './program/print-line.ts';
import { builtPagesFolder } from './program-places.ts';
import type { DeskMode } from '../../shared/desk/desk-view.ts';
import { fillBlanks } from '../../shared/text/fill-blanks.ts';
import { sentenceOf } from './sentences.ts';
import { parseStartOptions } from './program/start-options.ts';
import type { StartOptions } from './program/start-options.ts';

// The browser shell's process: the desk on a loopback address until it is told to end.
endOnCrash(() => process.exit(1));
const parsed = parseStartOptions(process.argv.slice(2));
if (parsed.ok) await serve(parsed.options).catch((error: unknown) => giveUp(describeStartTrouble(error, parsed.options)));
else giveUp(parsed.sentence);

async function serve(options: StartOptions): Promise<void> {
  const files = openFolderOfFiles(builtPagesFolder);
  const folder = dataFolder(options.training ? 'training' : 'real', options.data);
  const hub = embeddedHub(`${folder}-hub`);
  const notes = new RunningNotes((mode) => dataFolder(mode, options.data));
  const doors = doorsFor(options, options.noHub ? undefined : hub.source, notes.hold);
  const opened = doors.open(doors.first);
  if (opened?.ok === false) return opened.code === 'database-in-use' ? join(folder, doors.first) : giveUp(sentenceOf(opened.code, opened.details));
  const secret = randomBytes(32).toString('base64url');
  const server = await DeskServer.start({ port: options.port, files, doors, secret }).catch((error: unknown) => {
    doors.closeAll();
    throw error;
  });
  notes.reachedAt({ pid: process.pid, port: server.port, secret });
  closeOnSignals(server, hub, notes);
  announceDesk({ address: server.newAddress(), folder, first: true });
}

/** A second start on the same data leads to the desk that is already open. */
async function join(folder: string, mode: DeskMode): Promise<void> {
  const address = await joinRunningDesk(folder, mode);
  if (address === undefined) return giveUp(fillBlanks(words.alreadyRunningUnreachable, { folder }));
  printLine(words.alreadyRunning);
  return announceDesk({ address, folder, first: false }, hangUp);
}

function giveUp(sentence: string): void {
  printTrouble(sentence);
  process.exitCode = 1;
  hangUp();
}

/** An open channel to whoever started us would keep this process alive. */
function hangUp(): void {
  if (process.connected) process.disconnect();
}

/** Ends with Ctrl-C, with SIGTERM, and with whoever started us. */
function closeOnSignals(server: DeskServer, hub: EmbeddedHub, notes: RunningNotes): void {
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    notes.forget();
    void server
      .close()
      .then(() => hub.close())
      .finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
  process.on('disconnect', close);
}
