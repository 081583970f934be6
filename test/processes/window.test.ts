import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../host/desk-in-a-folder.ts';
import { start } from './started.ts';

/** A folder for PATH with a `chromium` in it that writes down how it was called and then does what the test says. */
function fakeBrowser(then: string): { env: NodeJS.ProcessEnv; called: () => string[]; hasEnded: () => boolean } {
  const folder = temporaryFolder();
  const log = join(folder, 'called');
  const ended = join(folder, 'ended');
  const pidFile = join(folder, 'process');
  const script = `#!/bin/sh\necho $$ > ${pidFile}\nprintf '%s\\n' "$@" > ${log}.part && mv ${log}.part ${log}\n${then.replaceAll('$ENDED', ended)}\n`;
  writeFileSync(join(folder, 'chromium'), script);
  chmodSync(join(folder, 'chromium'), 0o755);
  // A window has a process group of its own: ending the desk does not end it.
  onTestFinished(() => endProcess(pidFile));
  return {
    env: { PATH: `${folder}:/bin`, DISPLAY: ':99' },
    called: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    hasEnded: () => existsSync(ended),
  };
}

function endProcess(pidFile: string): void {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL');
  } catch (error) {
    const over = error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT');
    if (!over) throw error;
  }
}

const untilTold = `trap 'touch $ENDED; exit 0' TERM; while :; do sleep 0.05; done`;

describe('with a browser', () => {
  test('the desk opens as a window of its own, its profile in the data folder’s cache', async () => {
    const browser = fakeBrowser(untilTold);
    const data = temporaryFolder();
    const address = await start(['--browser', '--data', data], browser.env).address();
    const args = await vi.waitUntil(() => (browser.called().length > 0 ? browser.called() : undefined), { timeout: 60_000 });
    expect(args).toContain(`--app=${address}`);
    expect(args).toContain(`--user-data-dir=${join(data, 'cache', 'browser')}`);
    expect(args).toContain('--incognito');
    expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  test.runIf(process.platform === 'linux')('a data folder that cannot be written still has its window, in a passing profile', async () => {
    const browser = fakeBrowser(untilTold);
    const desk = start(['--browser', '--data', '/sys/nowhere'], browser.env);
    const args = await vi.waitUntil(() => (browser.called().length > 0 ? browser.called() : undefined), { timeout: 60_000 });
    const profile = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? '';
    expect(profile.startsWith(tmpdir())).toBe(true);
    expect(statSync(profile).mode & 0o777).toBe(0o700);
    desk.signalGroup('SIGINT');
    expect(await desk.exit).toBe(0);
    expect(existsSync(profile)).toBe(false);
  });

  test('crash reports lie beside the profile while the window is open, and are gone with it', async () => {
    const data = temporaryFolder();
    const breaks = 'mkdir -p "$BREAKPAD_DUMP_LOCATION" && touch "$BREAKPAD_DUMP_LOCATION/memory.dmp"';
    const desk = start(['--browser', '--data', data], fakeBrowser(`${breaks}\n${untilTold}`).env);
    const report = join(data, 'cache', 'browser', 'crashes', 'memory.dmp');
    await vi.waitUntil(() => existsSync(report), { timeout: 60_000 });
    desk.signalGroup('SIGINT');
    expect(await desk.exit).toBe(0);
    expect(existsSync(report)).toBe(false);
  });

  test('Ctrl-C closes the window as well', async () => {
    const browser = fakeBrowser(untilTold);
    const desk = start(['--browser', '--data', temporaryFolder()], browser.env);
    await vi.waitUntil(() => browser.called().length > 0, { timeout: 60_000 });
    desk.signalGroup('SIGINT');
    expect(await desk.exit).toBe(0);
    expect(browser.hasEnded()).toBe(true);
  });

  test('closing the window ends the desk', async () => {
    const desk = start(['--browser', '--data', temporaryFolder()], fakeBrowser('sleep 3.2').env);
    expect(await desk.exit).toBe(0);
    expect(desk.lines).toContain('Finestra chiusa: lo sportello si chiude.');
  });

  test('a window that cannot be opened leaves the desk and its address', async () => {
    const desk = start(['--browser', '--data', temporaryFolder()], fakeBrowser('exit 7').env);
    await desk.line(/non si è aperta/);
    expect((await fetch(new URL('/', await desk.address()))).status).toBe(403);
  });

  test('a window that breaks later leaves the desk, whose address is used up: another start opens a new one', async () => {
    const desk = start(['--browser', '--data', temporaryFolder()], fakeBrowser('sleep 3.2; exit 7').env);
    expect(await desk.line(/^La finestra/)).toContain('con un altro «npm start»');
    expect((await fetch(new URL('/', await desk.address()))).status).toBe(403);
  });

  test('a second start opens one more window and leaves it there', async () => {
    const data = temporaryFolder();
    const first = await start(['--no-open', '--data', data]).address();
    const browser = fakeBrowser(untilTold);
    const second = start(['--browser', '--data', data], browser.env);
    expect(await second.exit).toBe(0);
    const args = await vi.waitUntil(() => (browser.called().length > 0 ? browser.called() : undefined), { timeout: 60_000 });
    expect(args[0]).toContain(`--app=${new URL(first).origin}/?t=`);
    expect(browser.hasEnded()).toBe(false);
  });
});

describe('without', () => {
  test('a browser, the address and a sentence', async () => {
    const empty = temporaryFolder();
    mkdirSync(join(empty, 'bin'));
    symlinkSync(process.execPath, join(empty, 'bin', 'node'));
    const desk = start(['--browser', '--data', temporaryFolder()], { PATH: join(empty, 'bin'), DISPLAY: ':99' });
    await desk.address();
    expect(await desk.line(/Non trovo Chromium/)).toContain('apri l’indirizzo');
  });

  test('a display, the address and a sentence, and nothing is downloaded', async () => {
    const desk = start(['--data', temporaryFolder()]);
    await desk.address();
    await desk.line(/^Nessuno schermo/);
    expect(desk.output).not.toContain('Electron');
  });
});
