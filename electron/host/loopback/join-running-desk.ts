import { setTimeout as pause } from 'node:timers/promises';
import type { DeskMode } from '../../../shared/desk/desk-view.ts';
import { readRunningDesk } from './running-desk.ts';
import type { RunningDesk } from './running-desk.ts';

/** Path at which a running desk gives out a new address to whoever knows its secret; `?di=` says of which of its desks. */
export const newAddressPath = '/indirizzo-nuovo';

/**
 * Asks the process that holds a folder for an address that opens the desk of that folder. Tries for a while: it may have taken the folder a moment
 * ago and not answer yet. `undefined` when it cannot be asked (Electron without an address) or does not answer.
 */
export async function joinRunningDesk(folder: string, mode: DeskMode, patienceMs = 3000): Promise<string | undefined> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const running = readRunningDesk(folder);
    if (running?.port === null) return undefined;
    const address = running === undefined ? undefined : await askForAddress(running, mode);
    if (address !== undefined) return address;
    await pause(50);
  }
  return undefined;
}

/** Believes nothing but an address of the port it asked: another program may have the port by now. */
async function askForAddress({ port, secret }: RunningDesk, mode: DeskMode): Promise<string | undefined> {
  const home = `http://127.0.0.1:${port}`;
  const request = { method: 'POST', headers: { authorization: `Bearer ${secret}` }, signal: AbortSignal.timeout(1000) };
  try {
    const response = await fetch(`${home}${newAddressPath}?di=${mode}`, request);
    const text = await response.text();
    return response.ok && text.startsWith(`${home}/`) && URL.canParse(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
