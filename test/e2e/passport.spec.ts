import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startHub } from '../../hub/hub.ts';
import type { RunningHub } from '../../hub/hub.ts';
import { relayOn } from '../../hub/relay-pass.ts';
import type { RelaySettings } from '../../hub/relay-pass.ts';
import { passportTests } from '../../shared/session/network-passport.ts';
import words from '../../resources/locales/it/passport.json' with { type: 'json' };
import { startCoturn, whyNoCoturn } from '../network/coturn.ts';
import type { Coturn } from '../network/coturn.ts';
import { expectAccessible } from './accessibility.ts';
import { openCallBrowser } from './call/call-browser.ts';
import { expect, TestDesk, test } from './desk-fixture.ts';
import { clerk, comune, peopleTheDesk, signIn, signInDirectly, supervisor } from './desk-people.ts';
import { startProcess, stopProcess } from './desk-process.ts';
import type { DeskProcess } from './desk-process.ts';
import { readPdf, withoutSpaces } from './pdf-text.ts';

// A real desk, hub and relay; the browser's camera and microphone are its own, the microphone beeps.
const noCoturn = whyNoCoturn();
let desk: DeskProcess | undefined;
let hub: RunningHub | undefined;
let coturn: Coturn | undefined;
let browser: Browser | undefined;
const folders: string[] = [];

test.afterEach(async () => {
  await browser?.close();
  if (desk) await stopProcess(desk, 'SIGTERM');
  await hub?.close();
  coturn?.close();
  [browser, desk, hub, coturn] = [undefined, undefined, undefined, undefined];
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A desk with its people, known at a hub with that relay, or at none; the page of a signed-in clerk in front of the tests. */
async function atTheTests(relay?: RelaySettings, cameras?: number): Promise<Page> {
  const ground = new TestDesk();
  folders.push(ground.folder);
  await ground.start();
  await peopleTheDesk(ground);
  if (relay) {
    const hubFolder = mkdtempSync(join(tmpdir(), 'hub-e2e-'));
    folders.push(hubFolder);
    hub = await startHub({ host: '127.0.0.1', port: 0, folder: hubFolder, relay, log: () => undefined });
    await signInDirectly(ground);
    const { code } = await hub.admin.newEnrolmentCode();
    const enrolled = await ground.methods.enrolDesk({ address: hub.address, code });
    if (!enrolled.ok) throw new Error(enrolled.code);
  }
  await ground.stop();
  desk = await startProcess(ground.dataFolder('real'));
  browser = await openCallBrowser({ ...(cameras !== undefined && { cameras }), takesAnyCertificate: true });
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', locale: 'it-IT', timezoneId: 'Europe/Rome' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(desk.address);
  await signIn(page, clerk);
  if (relay) await expect(page.getByText('Collegamento video con l’INPS pronto')).toBeVisible();
  await page.getByRole('link', { name: 'Prova la rete' }).click();
  await expect(page.getByRole('heading', { name: 'Prova della rete' })).toBeFocused();
  return page;
}

/** Presses the button and waits for the table; how long it took, in milliseconds. */
async function tryTheNetwork(page: Page): Promise<number> {
  const begun = performance.now();
  await page.getByRole('button', { name: 'Prova adesso' }).click();
  await expect(page.getByRole('table')).toBeVisible({ timeout: 90_000 });
  return performance.now() - begun;
}

const rowOf = (page: Page, name: (typeof passportTests)[number]) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words.test[name], exact: true }) });

test('everything within reach: all green within a minute, kept for the day, printed on one page without anybody’s name', async () => {
  test.skip(noCoturn !== undefined, noCoturn);
  coturn = await startCoturn('udp', true);
  const page = await atTheTests(relayOn('127.0.0.1', coturn.port, coturn.tlsPort, coturn.secret));
  await expect(page.getByText('mai provato')).toHaveCount(7);
  expect(await tryTheNetwork(page)).toBeLessThan(60_000);
  for (const name of passportTests) await expect.soft(rowOf(page, name)).toContainText(words.verdict.green);
  await expect(page.getByRole('heading', { name: /^Prova di / })).toBeFocused();
  await expect(rowOf(page, 'bandwidth-up')).toContainText(/Almeno [\d.,]+ megabit al secondo/);
  await expect(page.getByText('mai provato')).toHaveCount(6);
  await expectAccessible(page);
  const { pages, words: printed } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toHaveLength(1);
  for (const said of [`Comune di ${comune.name} (${comune.province})`, words.test['relay-tls'], words.verdict.green, words.found.stun.fine]) expect(printed).toContain(withoutSpaces(said));
  for (const person of [clerk.name, supervisor.name]) expect(printed).not.toContain(withoutSpaces(person));
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('button', { name: /va bene/i, pressed: true })).toBeVisible();
});

test('a relay that refuses the key is red, says so, and what is measured through it is not tried', async () => {
  test.skip(noCoturn !== undefined, noCoturn);
  coturn = await startCoturn('udp', true);
  const page = await atTheTests(relayOn('127.0.0.1', coturn.port, coturn.tlsPort, 'un altro segreto'));
  await tryTheNetwork(page);
  for (const name of ['relay-udp', 'relay-tcp', 'relay-tls'] as const) {
    await expect.soft(rowOf(page, name)).toContainText(words.verdict.red);
    await expect.soft(rowOf(page, name)).toContainText(words.tell[name]['key-refused']);
  }
  for (const name of ['bandwidth-up', 'loss', 'round-trip', 'reconnect'] as const) await expect.soft(rowOf(page, name)).toContainText(words.notTried['no-loop']);
  for (const name of ['hub', 'stun'] as const) await expect.soft(rowOf(page, name)).toContainText(words.verdict.green);
  await expectAccessible(page);
});

test('without a hub and without a camera: the microphone is tried, the rest says why not', async () => {
  const page = await atTheTests(undefined, 0);
  await tryTheNetwork(page);
  await expect(rowOf(page, 'microphone')).toContainText(words.verdict.green);
  await expect(rowOf(page, 'camera')).toContainText(words.verdict.amber);
  await expect(rowOf(page, 'camera')).toContainText(words.tell.camera['none-found']);
  for (const name of ['hub', 'stun', 'relay-udp', 'relay-tcp', 'relay-tls'] as const) await expect.soft(rowOf(page, name)).toContainText(words.notTried['no-hub']);
  await expect(rowOf(page, 'reconnect')).toContainText(words.verdict['not-tried']);
});

test('a test called off leaves nothing behind, and can be begun again by the keyboard', async () => {
  test.skip(noCoturn !== undefined, noCoturn);
  coturn = await startCoturn();
  const page = await atTheTests(relayOn('127.0.0.1', coturn.port, 0, coturn.secret));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Prova adesso' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Interrompi la prova' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Prova adesso' })).toBeVisible();
  await expect(page.getByText('mai provato')).toHaveCount(7);
  await tryTheNetwork(page);
  await expect(rowOf(page, 'relay-tls')).toContainText(words.notTried['not-offered']);
  await expect(rowOf(page, 'reconnect')).toContainText(words.verdict.green);
});
