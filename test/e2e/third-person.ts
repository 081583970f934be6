import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
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

/** Four pages encode for each other on a machine with two cores: fewer frames of the made-up camera than a real one gives. */
const framesPerSecond = 5;

/** A real desk in a call with a real official over a real hub, and guests: each in a browser process of its own. */
export class CallOfMany {
  readonly #hubFolder = mkdtempSync(join(tmpdir(), 'hub-e2e-'));
  readonly #folder = new TestDesk();
  readonly #browsers: Browser[] = [];
  #hub: RunningHub | undefined;
  #desk: DeskProcess | undefined;
  clerk!: Page;
  official!: Page;

  async open(): Promise<void> {
    this.#hub = await startHub({ host: '127.0.0.1', port: 0, folder: this.#hubFolder, pages: builtPagesFolder, log: () => undefined });
    await this.#hub.admin.putOffice({ id: 'belluno', name: 'INPS Belluno', phone: '0437 940111', externalLink: null, topics: [...topics], languages: ['it'] });
    await this.#folder.start();
    await peopleTheDesk(this.#folder);
    await this.#folder.stop();
    this.#desk = await startProcess(this.#folder.dataFolder('real'));
    this.clerk = await this.newPage();
    this.official = await this.newPage();
    await this.#enrol(this.#hub, this.#desk);
    await this.#enter(this.#hub);
    await this.#meet();
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    if (this.#desk) await stopProcess(this.#desk, 'SIGTERM');
    await this.#hub?.close();
    rmSync(this.#hubFolder, { recursive: true, force: true });
    rmSync(this.#folder.folder, { recursive: true, force: true });
  }

  /** A page with a camera, in a browser process of its own. */
  async newPage(): Promise<Page> {
    const browser = await openCallBrowser({ framesPerSecond });
    this.#browsers.push(browser);
    const context = await browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', locale: 'it-IT', timezoneId: 'Europe/Rome' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return page;
  }

  /** The clerk asks the resident and makes an invitation; its link. */
  async invite(role: string): Promise<string> {
    await this.clerk.getByRole('button', { name: 'Invita un’altra persona' }).click();
    await this.clerk.getByRole('button', { name: role, exact: true }).click();
    await expect(this.clerk.getByText(/Al colloquio si collega anche/)).toBeVisible();
    await this.clerk.getByRole('button', { name: 'È d’accordo: crea l’invito' }).click();
    return this.linkOn(this.clerk, role);
  }

  async linkOn(page: Page, role: string): Promise<string> {
    const field = page.getByLabel(`Indirizzo dell’invito: ${role}`);
    await expect(field).toHaveValue(/\/ospite\?t=/);
    return field.inputValue();
  }

  /** Somebody opens their link, in a browser of their own: as far as the invitation. */
  async openInvitation(link: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(link);
    await page.getByRole('button', { name: 'Partecipa' }).click();
    await expect(page.getByRole('heading', { name: 'È invitato a un colloquio' })).toBeVisible();
    return page;
  }

  async #enrol(hub: RunningHub, desk: DeskProcess): Promise<void> {
    const { code } = await hub.admin.newEnrolmentCode();
    await this.clerk.goto(desk.address);
    await signIn(this.clerk, supervisor);
    await this.clerk.goto(`${new URL(desk.address).origin}/#/responsabile/inps`);
    await this.clerk.getByLabel('Indirizzo del servizio').fill(hub.address);
    await this.clerk.getByLabel('Codice di registrazione').fill(code);
    await this.clerk.getByRole('button', { name: 'Registra lo sportello' }).click();
    await expect(this.clerk.getByText('Lo sportello è collegato.')).toBeVisible();
    await this.clerk.getByRole('link', { name: 'Pagina iniziale' }).click();
  }

  async #enter(hub: RunningHub): Promise<void> {
    const invitation = await hub.admin.inviteOfficial({ name: 'Ivo Prova', officeId: 'belluno' });
    await this.official.goto(invitation?.link ?? '');
    await this.official.getByRole('button').click();
    await expect(this.official.getByText('Ivo Prova')).toBeVisible();
  }

  async #meet(): Promise<void> {
    await receive(this.clerk);
    await nameMario(this.clerk);
    await this.clerk.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
    await begin(this.clerk, /ISEE/);
    await this.clerk.getByRole('link', { name: 'Chiedi a un funzionario INPS' }).click();
    await this.clerk.getByLabel('Che cosa si chiede').fill('Serve un interprete?');
    await this.clerk.getByRole('button', { name: 'Chiedi', exact: true }).click();
    await this.clerk.getByRole('button', { name: /È d’accordo/ }).click();
    await this.official.getByRole('button', { name: 'Rispondi' }).click();
    await Promise.all([this.clerk, this.official].map((page) => picturesCome(page, ['large'])));
  }
}

/** A guest gives a name and goes in. */
export async function enterCall(page: Page, name: string): Promise<void> {
  await page.getByLabel('Come si chiama').fill(name);
  await page.getByRole('button', { name: 'Entra nel colloquio' }).click();
}

type Where = 'large' | 'desk' | 'official' | 'guest-1' | 'guest-2';

export const pictureOf = (page: Page, where: Where): Locator => page.locator(where === 'large' ? '.call-remote' : `.call-tile[data-party="${where}"] video`);

/** Another frame of each picture is shown, after now. */
export async function picturesCome(page: Page, places: readonly Where[]): Promise<void> {
  await Promise.all(places.map((where) => expect(async () => expect(await nextFrame(pictureOf(page, where))).toBeGreaterThan(2)).toPass({ timeout: 240_000 })));
}

/** Width of the next frame a picture shows; looked for again from outside where the element was replaced or stands still. */
const nextFrame = (picture: Locator): Promise<number> =>
  picture.evaluate(
    (video: HTMLVideoElement) =>
      new Promise<number>((resolve) => {
        video.requestVideoFrameCallback((_, { width }) => resolve(width));
        setTimeout(() => resolve(0), 10_000);
      }),
    undefined,
    { timeout: 60_000 },
  );
