import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder } from '../electron/host/data-folder/data-folder.ts';
import { ended, endInTime } from './child-process.ts';
import { sandboxFlags } from './display.ts';

/** No account, no updates, no first-run pages; incognito, so that nothing typed at the desk stays in the browser's profile. */
const quiet = [
  '--incognito',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--lang=it',
];

/** Opens the desk's address as a window of its own, in a profile of its own. */
export function openWindow(browser: string, address: string, dataFolder: string): ChildProcess {
  const { profile, forget } = profileFor(dataFolder);
  const crashes = join(profile, 'crashes');
  const sweep = (): void => rmSync(crashes, { recursive: true, force: true, maxRetries: 5 });
  sweep();
  // A crash report holds a piece of the page's memory, and would lie in the home folder for weeks.
  const env = { ...process.env, BREAKPAD_DUMP_LOCATION: crashes };
  const window = spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, ...quiet, ...sandboxFlags()], { stdio: 'ignore', detached: true, env });
  return window.on('exit', sweep).on('exit', forget);
}

/**
 * Inside the data folder's cache. Where nothing can be written the desk's own screen says so: the window that shows it has a
 * passing profile, for Chromium would only say in English that it has none.
 */
function profileFor(dataFolder: string): { readonly profile: string; readonly forget: () => void } {
  const profile = join(dataFolder, 'cache', 'browser');
  try {
    makeDataFolder(profile);
    return { profile, forget: () => undefined };
  } catch {
    const passing = mkdtempSync(join(tmpdir(), 'sportello-'));
    return { profile: passing, forget: () => rmSync(passing, { recursive: true, force: true, maxRetries: 5 }) };
  }
}

/** Asks the browser to end and makes sure that it does. */
export async function closeWindow(window: ChildProcess): Promise<void> {
  if (window.exitCode !== null || window.signalCode !== null) return;
  endInTime(window, 2000);
  await ended(window);
}
