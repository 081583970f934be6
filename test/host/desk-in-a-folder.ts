import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished, vi } from 'vitest';
import { createDeskHost } from '../../electron/host/desk-host.ts';
import type { DeskHostOptions } from '../../electron/host/desk-host.ts';
import type { Desk } from '../../electron/host/desk-methods.ts';
import { cheapKeyCost, emptyLibrary, firstSetup } from './first-setup.ts';

export { cheapKeyCost, emptyLibrary, firstSetup };

/** An empty folder, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-'));
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** An empty folder for all the tests of a file, gone after the last. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-'));
  afterAll(() => removeFolder(folder));
  return folder;
}

/** With training's folder, which a desk makes beside its own. */
function removeFolder(folder: string): void {
  for (const path of [folder, `${folder}-formazione`]) rmSync(path, { recursive: true, force: true });
}

/** A desk on a real folder; whoever starts it closes it. */
export function startDesk(folder: string, options: Partial<DeskHostOptions> = {}): Desk {
  const opened = createDeskHost({ dataFolder: folder, mode: 'real', version: '0.0.0', library: emptyLibrary, keyCost: cheapKeyCost, ...options });
  if (!opened.ok) throw new Error(`the desk did not open: ${opened.code}`);
  return opened.value;
}

/** A desk on a real folder, closed when the test is over if the test has not. */
export function openDesk(folder: string, options: Partial<DeskHostOptions> = {}): Desk {
  const desk = startDesk(folder, options);
  let closed = false;
  const close = () => {
    if (!closed) desk.close();
    closed = true;
  };
  onTestFinished(close);
  return { ...desk, close };
}

/** The value of an answer that must be a yes. */
export async function valueOf<T>(reply: Promise<{ ok: true; value: T } | { ok: false; code: string }> | { ok: true; value: T } | { ok: false; code: string }): Promise<T> {
  const given = await reply;
  if (!given.ok) throw new Error(`refused: ${given.code}`);
  return given.value;
}

/** A desk that is set up, its first supervisor signed in. */
export async function deskSetUp(
  folder: string,
  options: Partial<DeskHostOptions> = {},
  open = openDesk,
): Promise<{ desk: Desk; clerkId: string; recoveryCode: string }> {
  const desk = open(folder, options);
  const { recoveryCode } = await valueOf(desk.methods.completeSetup(firstSetup));
  const { signedIn } = await valueOf(desk.methods.describeDesk({}));
  return { desk, clerkId: signedIn?.clerkId ?? '', recoveryCode };
}

/** Waits for what another thread or process is doing. */
export const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 10 });
