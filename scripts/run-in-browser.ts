import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import words from '../resources/locales/it/start.json' with { type: 'json' };
import type { ReadyMessage } from '../electron/host/loopback/ready-message.ts';
import type { StartOptions } from '../electron/host/program/start-options.ts';
import { closeWindow, openWindow } from './browser-window.ts';
import { answering, deskArguments, endDesk, ended, startDesk } from './child-process.ts';
import { hasDisplay } from './display.ts';
import { findBrowser } from './find-browser.ts';
import { root } from './root.ts';

/** A browser that ends sooner has handed its window to one that was already open, or could not open any. */
const shortestWindowMs = 3000;

/** Serves the desk on a loopback address and shows it in an installed browser; the exit code when it has ended. */
export async function runInBrowser(options: StartOptions): Promise<number> {
  const serve = join(root, 'dist', 'electron', 'serve.js');
  const host = startDesk(process.execPath, [serve, ...deskArguments(options)]);
  const hostEnded = ended(host);
  const ready = await Promise.race([answering(host), hostEnded]);
  if (typeof ready === 'number') return ready;
  const window = options.noOpen ? undefined : showWindow(ready);
  if (!ready.first) window?.unref();
  else if (window !== undefined) void endWithWindow(window, host);
  const code = await hostEnded;
  if (window !== undefined && ready.first) await closeWindow(window);
  return code;
}

/** Opens the window, or says why there is none. */
function showWindow({ address, folder }: ReadyMessage): ChildProcess | undefined {
  const browser = hasDisplay() ? findBrowser() : undefined;
  if (browser !== undefined) return openWindow(browser, address, folder);
  console.log(hasDisplay() ? words.noBrowser : words.noDisplay);
  return undefined;
}

/** Closing the window ends the desk, as with any program. */
async function endWithWindow(window: ChildProcess, host: ChildProcess): Promise<void> {
  const openedAt = performance.now();
  const code = await ended(window);
  if (host.exitCode !== null || window.killed) return;
  const wasOpen = performance.now() - openedAt >= shortestWindowMs;
  if (wasOpen && code === 0) {
    console.log(words.windowClosed);
    endDesk(host);
  } else if (code !== 0) console.log(wasOpen ? words.windowCrashed : words.windowFailed);
}
