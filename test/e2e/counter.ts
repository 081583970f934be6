import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startHub } from '../../hub/hub.ts';
import type { RunningHub } from '../../hub/hub.ts';
import { builtPagesFolder } from '../../electron/host/program-places.ts';
import { topics } from '../../shared/hub/closed-lists.ts';
import { openCallBrowser } from './call/call-browser.ts';
import { expect, TestDesk } from './desk-fixture.ts';
import { peopleTheDesk, signIn, supervisor } from './desk-people.ts';
import { startProcess, stopProcess } from './desk-process.ts';
import type { DeskProcess } from './desk-process.ts';
import { begin, nameMario, receive } from './session-moves.ts';

/** A town hall and an INPS office with everything real: a desk and a hub, two browser processes with a camera each. */
export class Counter {
  readonly clerk: Page;
  readonly official: Page;
  readonly #hub: RunningHub;
  readonly #hubFolder: string;
  readonly #folder: TestDesk;
  readonly #desk: DeskProcess;
  readonly #browsers: readonly Browser[];

  private constructor(parts: { hub: RunningHub; hubFolder: string; folder: TestDesk; desk: DeskProcess; browsers: readonly Browser[]; pages: readonly [Page, Page] }) {
    [this.clerk, this.official] = parts.pages;
    this.#hub = parts.hub;
    this.#hubFolder = parts.hubFolder;
    this.#folder = parts.folder;
    this.#desk = parts.desk;
    this.#browsers = parts.browsers;
  }

  static async open(): Promise<Counter> {
    const hubFolder = mkdtempSync(join(tmpdir(), 'hub-e2e-'));
    const hub = await startHub({ host: '127.0.0.1', port: 0, folder: hubFolder, pages: builtPagesFolder, log: () => undefined });
    await hub.admin.putOffice({ id: 'belluno', name: 'INPS Belluno', phone: '0437 940111', externalLink: null, topics: [...topics], languages: ['it'] });
    const folder = new TestDesk();
    await folder.start();
    await peopleTheDesk(folder);
    await folder.stop();
    const desk = await startProcess(folder.dataFolder('real'));
    const [left, right] = await Promise.all([openCallBrowser(), openCallBrowser()]);
    const pages = await Promise.all([openPage(left), openPage(right)]);
    return new Counter({ hub, hubFolder, folder, desk, browsers: [left, right], pages });
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await stopProcess(this.#desk, 'SIGTERM');
    await this.#hub.close();
    rmSync(this.#hubFolder, { recursive: true, force: true });
    rmSync(this.#folder.folder, { recursive: true, force: true });
  }

  /** A session, a question, an official who takes it, a picture at both sides. */
  async call(): Promise<void> {
    await this.prepare();
    await this.ask('Questo documento va bene?');
    await this.answer();
  }

  /** The desk is enrolled and has a resident in a procedure; the official takes calls. `look` sees each page before it is filled in. */
  async prepare(look: (page: Page) => Promise<void> = async () => undefined): Promise<void> {
    const { clerk, official } = this;
    await this.#enrol(look);
    await this.#enter(look);
    await look(official);
    await official.getByRole('button', { name: 'Ricevi chiamate' }).click();
    await receive(clerk);
    await nameMario(clerk);
    await clerk.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
    await begin(clerk, /ISEE/);
  }

  async ask(question: string): Promise<void> {
    const { clerk } = this;
    await clerk.getByRole('link', { name: 'Chiedi a un funzionario INPS' }).click();
    await clerk.getByLabel('Che cosa si chiede').fill(question);
    await clerk.getByRole('button', { name: 'Chiedi', exact: true }).click();
  }

  /** The resident agrees and the official answers, until both see each other. */
  async answer(): Promise<void> {
    await this.clerk.getByRole('button', { name: 'È d’accordo: prepara il video' }).click();
    await this.official.getByRole('button', { name: 'Rispondi' }).click();
    await Promise.all([this.clerk, this.official].map(seesTheOther));
  }

  /** The supervisor makes the desk known to the hub, and is back home. */
  async #enrol(look: (page: Page) => Promise<void>): Promise<void> {
    const { clerk } = this;
    const { code } = await this.#hub.admin.newEnrolmentCode();
    await clerk.goto(this.#desk.address);
    await signIn(clerk, supervisor);
    await clerk.goto(`${new URL(this.#desk.address).origin}/#/responsabile/inps`);
    await look(clerk);
    await clerk.getByLabel('Indirizzo del servizio').fill(this.#hub.address);
    await clerk.getByLabel('Codice di registrazione').fill(code);
    await clerk.getByRole('button', { name: 'Registra lo sportello' }).click();
    await expect(clerk.getByText('Lo sportello è collegato.')).toBeVisible();
    await clerk.getByRole('link', { name: 'Pagina iniziale' }).click();
  }

  /** The official comes in by an invitation. */
  async #enter(look: (page: Page) => Promise<void>): Promise<void> {
    const invitation = await this.#hub.admin.inviteOfficial({ name: 'Ivo Prova', officeId: 'belluno' });
    await this.official.goto(invitation?.link ?? '');
    await look(this.official);
    await this.official.getByRole('button').click();
    await expect(this.official.getByText('Ivo Prova')).toBeVisible();
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone', 'screen-wake-lock'], viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', locale: 'it-IT', timezoneId: 'Europe/Rome' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** The other side's picture moves. */
export async function seesTheOther(page: Page): Promise<void> {
  const time = () => page.evaluate(() => document.querySelector<HTMLVideoElement>('.call-remote')?.currentTime ?? 0);
  const before = await time();
  await expect.poll(time).toBeGreaterThan(before);
}
