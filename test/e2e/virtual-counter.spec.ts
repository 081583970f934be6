import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startHub } from '../../hub/hub.ts';
import type { RunningHub } from '../../hub/hub.ts';
import { builtPagesFolder } from '../../electron/host/program-places.ts';
import { topics } from '../../shared/hub/closed-lists.ts';
import { expectAccessible } from './accessibility.ts';
import { openCallBrowser } from './call/call-browser.ts';
import { expect, TestDesk, test } from './desk-fixture.ts';
import { peopleTheDesk, signIn, supervisor } from './desk-people.ts';
import { startProcess, stopProcess } from './desk-process.ts';
import type { DeskProcess } from './desk-process.ts';
import { begin, nameMario, receive } from './session-moves.ts';

// A whole consultation with everything real: a desk and a hub, two browser processes with a camera each.
let hubFolder: string;
let hub: RunningHub;
let folder: TestDesk;
let desk: DeskProcess;
let browsers: readonly [Browser, Browser];
let clerk: Page;
let official: Page;

test.beforeEach(async () => {
  hubFolder = mkdtempSync(join(tmpdir(), 'hub-e2e-'));
  hub = await startHub({ host: '127.0.0.1', port: 0, folder: hubFolder, pages: builtPagesFolder, log: () => undefined });
  await hub.admin.putOffice({ id: 'belluno', name: 'INPS Belluno', phone: '0437 940111', externalLink: null, topics: [...topics], languages: ['it'] });
  folder = new TestDesk();
  await folder.start();
  await peopleTheDesk(folder);
  await folder.stop();
  desk = await startProcess(folder.dataFolder('real'));
  browsers = await Promise.all([openCallBrowser(), openCallBrowser()]);
  [clerk, official] = await Promise.all(browsers.map(openPage)) as [Page, Page];
});

test.afterEach(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await stopProcess(desk, 'SIGTERM');
  await hub.close();
  rmSync(hubFolder, { recursive: true, force: true });
  rmSync(folder.folder, { recursive: true, force: true });
});

test('a question is asked, answered by video, and what was said is in the session', async () => {
  await enrol();
  await enter();
  await expectAccessible(official);
  await official.getByRole('button', { name: 'Ricevi chiamate' }).click();

  await receive(clerk);
  await nameMario(clerk);
  await clerk.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await begin(clerk, /ISEE/);
  await clerk.getByRole('link', { name: 'Chiedi a un funzionario INPS' }).click();
  await expectAccessible(clerk);
  await clerk.getByLabel('Che cosa si chiede').fill('RSSMRA80A01H501U può dichiarare un conto chiuso?');
  await clerk.getByRole('button', { name: 'Chiedi', exact: true }).click();
  await expect(clerk.getByText(/Nel testo c’è un codice fiscale/)).toBeVisible();
  await clerk.getByLabel('Che cosa si chiede').fill('Un conto chiuso va dichiarato?');
  await clerk.getByRole('button', { name: 'Chiedi', exact: true }).click();
  await expect(clerk.getByText('Posto 1 in coda.')).toBeVisible();
  await clerk.getByRole('button', { name: /È d’accordo/ }).click();
  await expectAccessible(clerk);

  await expect(official.getByText('Un conto chiuso va dichiarato?')).toBeVisible();
  await expect(official).toHaveTitle(/^\(1\)/);
  await expectAccessible(official);
  await official.getByRole('button', { name: 'Rispondi' }).click();
  await Promise.all([seesTheOther(clerk), seesTheOther(official)]);
  expect(await codeOn(clerk)).toBe(await codeOn(official));
  await expectAccessible(clerk);
  await expectAccessible(official);

  await official.getByLabel('Scrivi un messaggio').fill('Buongiorno.');
  await official.keyboard.press('Enter');
  await expect(clerk.getByText('Buongiorno.')).toBeVisible();
  await official.getByLabel('Come è finita').selectOption({ label: 'Ha avuto risposta' });
  await official.getByLabel('Che cosa deve fare la persona').fill('Indicare il saldo al 31 dicembre.');
  await official.getByRole('button', { name: 'Manda l’esito' }).click();
  await expect(clerk.getByText('Indicare il saldo al 31 dicembre.')).toBeVisible();
  await official.getByRole('button', { name: 'Concludi il colloquio' }).click();
  await expect(clerk.getByText(/Colloquio in corso/)).toBeHidden();
  await expect(official.getByText('Oggi: 1 colloquio')).toBeVisible();
});

test('the clerk walks on through the procedure while the call goes on, and the official sees it', async () => {
  await enrol();
  await enter();
  await receive(clerk);
  await nameMario(clerk);
  await clerk.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await begin(clerk, /ISEE/);
  await ask('Come si va avanti?');
  await clerk.getByRole('button', { name: /È d’accordo/ }).click();
  await official.getByRole('button', { name: 'Rispondi' }).click();
  await Promise.all([seesTheOther(clerk), seesTheOther(official)]);
  await expect(official.getByRole('listitem').filter({ hasText: 'Per che cosa serve l’ISEE' })).toContainText('In corso');
  const before = await codeOn(clerk);
  await clerk.getByRole('link', { name: 'Pagina iniziale' }).click();
  await expect(clerk.getByRole('button', { name: /Nuova sessione/ })).toBeVisible();
  await clerk.goBack();
  expect(await codeOn(clerk)).toBe(before);
  await seesTheOther(official);
});

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', locale: 'it-IT', timezoneId: 'Europe/Rome' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** The supervisor makes the desk known to the hub, and is back home. */
async function enrol(): Promise<void> {
  const { code } = await hub.admin.newEnrolmentCode();
  await clerk.goto(desk.address);
  await signIn(clerk, supervisor);
  await clerk.goto(`${new URL(desk.address).origin}/#/responsabile/inps`);
  await expectAccessible(clerk);
  await clerk.getByLabel('Indirizzo del servizio').fill(hub.address);
  await clerk.getByLabel('Codice di registrazione').fill(code);
  await clerk.getByRole('button', { name: 'Registra lo sportello' }).click();
  await expect(clerk.getByText('Lo sportello è collegato.')).toBeVisible();
  await clerk.getByRole('link', { name: 'Pagina iniziale' }).click();
}

/** The official comes in by an invitation. */
async function enter(): Promise<void> {
  const invitation = await hub.admin.inviteOfficial({ name: 'Ivo Prova', officeId: 'belluno' });
  await official.goto(invitation?.link ?? '');
  await official.getByRole('button').click();
  await expect(official.getByText('Ivo Prova')).toBeVisible();
}

async function ask(question: string): Promise<void> {
  await clerk.getByRole('link', { name: 'Chiedi a un funzionario INPS' }).click();
  await clerk.getByLabel('Che cosa si chiede').fill(question);
  await clerk.getByRole('button', { name: 'Chiedi', exact: true }).click();
}

/** The other side's picture moves. */
async function seesTheOther(page: Page): Promise<void> {
  const time = () => page.evaluate(() => document.querySelector<HTMLVideoElement>('.call-remote')?.currentTime ?? 0);
  const before = await time();
  await expect.poll(time).toBeGreaterThan(before);
}

async function codeOn(page: Page): Promise<string> {
  const code = page.locator('.short-code strong');
  await expect(code).toHaveText(/^\d{3} \d{3}$/);
  return (await code.textContent()) ?? '';
}
