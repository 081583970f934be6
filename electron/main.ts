import { join } from 'node:path';
import { app, BrowserWindow, desktopCapturer, ipcMain, protocol, session } from 'electron';
import words from '../resources/locales/it/start.json' with { type: 'json' };
import { announceDesk } from './host/loopback/announce-desk.ts';
import { dataFolder } from './host/data-folder/data-folder.ts';
import { describeStartTrouble } from './host/program/describe-start-trouble.ts';
import { embeddedHub } from './host/program/embedded-hub.ts';
import { endOnCrash } from './host/program/end-on-crash.ts';
import { openFolderOfFiles } from './host/loopback/folder-of-files.ts';
import { joinRunningDesk } from './host/loopback/join-running-desk.ts';
import { noteRunningDesk } from './host/loopback/note-running-desk.ts';
import { doorsFor } from './host/open-doors.ts';
import { printLine, printTrouble } from './host/program/print-line.ts';
import { builtPagesFolder } from './host/program-places.ts';
import { forgetRunningDesk } from './host/loopback/running-desk.ts';
import { fillBlanks } from '../shared/text/fill-blanks.ts';
import { sentenceOf } from './host/sentences.ts';
import { appAddress } from './shell/app-address.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { serveIpc } from './shell/desk-ipc.ts';
import { deskWindowOptions } from './shell/desk-window.ts';
import { grantCallPermissions } from './shell/grant-call-permissions.ts';
import { keepToOurPages } from './shell/keep-to-our-pages.ts';
import { becomeTheOnlyOne } from './shell/single-instance.ts';

// The product's process, in the order of its start-up. What Chromium makes of a command line mixes its own switches in, so
// ours are read through it.
const data = app.commandLine.getSwitchValue('data') || undefined;
const training = app.commandLine.hasSwitch('training');
const folder = dataFolder(training ? 'training' : 'real', data);
// An installed desk has the hub it is set to or none; whoever runs the source may try a call on one computer.
const hub = app.isPackaged || app.commandLine.hasSwitch('no-hub') ? undefined : embeddedHub(`${folder}-hub`);
const doors = doorsFor({ data, training }, hub?.source);
const address = appAddress(doors.first);
let window: BrowserWindow | undefined;

endOnCrash(() => app.exit(1));
app.setPath('userData', join(folder, 'cache', 'electron'));
app.enableSandbox();
registerAppScheme(protocol);
app.on('window-all-closed', () => app.quit());
app.on('will-quit', endDesk);
process.on('disconnect', () => app.quit());

if (becomeTheOnlyOne(app, () => window)) void app.whenReady().then(start).catch(giveUpOn);
else leaveTo(address);

async function start(): Promise<void> {
  const opened = doors.open(doors.first);
  if (opened?.ok === false) return opened.code === 'database-in-use' ? leaveToOtherShell() : giveUp(sentenceOf(opened.code, opened.details));
  noteRunningDesk(folder, { pid: process.pid, port: null, secret: '' });
  serveApp(protocol, openFolderOfFiles(builtPagesFolder));
  grantCallPermissions(session.defaultSession, desktopCapturer);
  window = new BrowserWindow(deskWindowOptions(join(import.meta.dirname, 'preload.cjs')));
  keepToOurPages(window.webContents);
  serveIpc(ipcMain, window.webContents, doors);
  window.once('ready-to-show', () => window?.show());
  await window.loadURL(address);
  announceDesk({ address, folder, first: true });
}

function endDesk(): void {
  if (window !== undefined) forgetRunningDesk(folder);
  doors.closeAll();
}

/** The browser shell already serves these records. */
async function leaveToOtherShell(): Promise<void> {
  const other = await joinRunningDesk(folder, doors.first);
  return other === undefined ? giveUp(fillBlanks(words.alreadyRunningUnreachable, { folder })) : leaveTo(other);
}

function leaveTo(running: string): void {
  printLine(words.alreadyRunning);
  announceDesk({ address: running, folder, first: false }, () => app.exit(0));
}

function giveUpOn(error: unknown): void {
  giveUp(describeStartTrouble(error, { port: 0, data, training }));
}

function giveUp(sentence: string): void {
  printTrouble(sentence);
  app.exit(1);
}
