import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { DeskDoors } from '../../electron/host/desk-doors.ts';
import { createDeskHost } from '../../electron/host/desk-host.ts';
import type { Desk, DeskMethods } from '../../electron/host/desk-methods.ts';
import { DeskServer } from '../../electron/host/loopback/desk-server.ts';
import { openFolderOfFiles } from '../../electron/host/loopback/folder-of-files.ts';
import { readProcedureLibrary } from '../../electron/host/procedures/procedure-library.ts';
import { builtPagesFolder, proceduresFolder } from '../../electron/host/program-places.ts';
import { calendarDay } from '../../shared/desk/clock.ts';
import type { Answer } from '../../shared/desk/refusal.ts';
import type { DeskMode } from '../../shared/desk/desk-view.ts';
import { FakeTime } from '../host/fake-time.ts';

const once = (work: () => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};

/** A passphrase guess in about a millisecond. */
const cheapKeyCost = { N: 2 ** 4, r: 8, p: 1 };

/** A real desk served on a loopback port, its time in the test's hands; 9 October 2026, nine in the morning. */
export class TestDesk {
  readonly time = new FakeTime();
  readonly folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  readonly #opened = new Map<DeskMode, Desk>();
  #server: DeskServer | undefined;
  #hasOtherDesk = true;

  /** @param only training alone, as with `--training` */
  async start(only?: 'training'): Promise<void> {
    this.#hasOtherDesk = only === undefined;
    const doors = new DeskDoors({ training: () => this.#open('training'), ...(only === undefined && { real: () => this.#open('real') }) });
    this.#server = await DeskServer.start({ port: 0, files: openFolderOfFiles(builtPagesFolder), doors, secret: 'secret' });
  }

  /** Hangs up and lets the folder go, as a process that ends. */
  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
    for (const desk of this.#opened.values()) desk.close();
    this.#opened.clear();
  }

  /** An address that lets one browser in. */
  get address(): string {
    if (!this.#server) throw new Error('the desk is stopped');
    return this.#server.newAddress();
  }

  /** The same, at the door of training. */
  get trainingAddress(): string {
    return this.address.replace('/?', '/formazione/?');
  }

  dataFolder(mode: DeskMode): string {
    return join(this.folder, mode);
  }

  /** Calls the host directly, past gate and wire: for what a test needs to be there before it begins. */
  get methods(): DeskMethods {
    const opened = this.#open('real');
    if (!opened.ok) throw new Error(`the desk did not open: ${opened.code}`);
    return opened.value.methods;
  }

  #open(mode: DeskMode): Answer<Desk> {
    const already = this.#opened.get(mode);
    if (already) return { ok: true, value: already };
    const opened = createDeskHost({
      dataFolder: this.dataFolder(mode),
      mode,
      hasOtherDesk: this.#hasOtherDesk,
      version: '0.1.0',
      library: readProcedureLibrary(proceduresFolder, () => calendarDay(this.time.clock())),
      clock: this.time.clock,
      timers: this.time.timers,
      uptime: this.time.uptime,
      keyCost: cheapKeyCost,
    });
    if (!opened.ok) return opened;
    // Closed by `stop`, whether a page had opened it or the test itself.
    const desk = { ...opened.value, close: once(() => opened.value.close()) };
    this.#opened.set(mode, desk);
    return { ok: true, value: desk };
  }
}

/** `test('…', async ({ page, desk }) => …)`: a fresh desk for each test, gone afterwards. */
export const test = base.extend<{ desk: TestDesk }>({
  desk: async ({ page: _page }, use) => {
    const desk = new TestDesk();
    await desk.start();
    await use(desk);
    await desk.stop();
    rmSync(desk.folder, { recursive: true, force: true });
  },
});
export { expect } from '@playwright/test';
