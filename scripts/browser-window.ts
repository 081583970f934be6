import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ended } from './child-process.ts';
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

/** Opens the desk's address as a window of its own, in a profile of its own inside the data folder's cache. */
export function openWindow(browser: string, address: string, dataFolder: string): ChildProcess {
  const profile = join(dataFolder, 'cache', 'browser');
  return spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, ...quiet, ...sandboxFlags()], { stdio: 'ignore', detached: true });
}

/** Asks the browser to end and makes sure that it does. */
export async function closeWindow(window: ChildProcess): Promise<void> {
  if (window.exitCode !== null || window.signalCode !== null) return;
  const insist = setTimeout(() => window.kill('SIGKILL'), 2000);
  window.kill('SIGTERM');
  await ended(window);
  clearTimeout(insist);
}
