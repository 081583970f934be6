import type { Page } from '@playwright/test';
import { unwrapKey } from '../../electron/host/access/key-wrap.ts';
import { readKeyring } from '../../electron/host/access/keyring-files.ts';
import { openDatabase } from '../../electron/host/db/open-database.ts';
import { recordsPath } from '../../electron/host/records/desk-files.ts';
import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import type { RefusalCode } from '../../shared/desk/refusal.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';
import { atWork, peopleTheDesk, signIn, supervisor } from './desk-people.ts';
import { startProcess, stopProcess } from './desk-process.ts';
import { goOn, nameMario, receive } from './session-moves.ts';
import { mayMount, smallDiskAt } from '../host/mounted-disk.ts';
import { typeLastDay } from './walk-procedure.ts';

/** Writes into a stopped desk's records which version of the program they are of; the one that stood there. */
async function setVersion(desk: TestDesk, version: number): Promise<number> {
  const keyring = readKeyring(desk.dataFolder('real'));
  const account = keyring.ok ? keyring.value.clerks.find(({ displayName }) => displayName === supervisor.name) : undefined;
  const key = account && (await unwrapKey(account.key, supervisor.passphrase, account.clerkId));
  if (key === undefined) throw new Error('the records could not be opened');
  const db = openDatabase(recordsPath(desk.dataFolder('real')), key);
  const before = Number(db.pragma('user_version', { simple: true }));
  db.pragma(`user_version = ${version}`);
  db.close();
  return before;
}

test('records of a newer program are named and left as they are; the newer program finds everything', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await nameMario(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await expect(page.getByRole('heading', { name: 'Rossi Mario' })).toBeVisible();
  await desk.stop();
  const known = await setVersion(desk, 99);
  await desk.start();
  await page.goto(desk.address);
  await page.getByRole('radio', { name: supervisor.name }).check();
  await page.getByLabel('Frase di accesso', { exact: true }).fill(supervisor.passphrase);
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page.getByRole('heading', { name: 'I dati dello sportello sono di una versione più recente' })).toBeFocused();
  await expect(page.getByText('Nulla è stato modificato')).toBeVisible();
  await expect(page.getByText('Installa l’ultima versione di Sportello Vicino')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Riprova ad aprire' })).toBeHidden();
  await expectAccessible(page);

  await desk.stop();
  expect(await setVersion(desk, known)).toBe(99);
  await desk.start();
  await page.goto(desk.address);
  await signIn(page, supervisor);
  await expect(page.getByText('Rossi Mario')).toBeVisible();
});

test('a second start on the same data, whatever port it asks for, leads to the desk that is open; nothing typed is lost', async ({ page, desk, browser }) => {
  await peopleTheDesk(desk);
  await desk.stop();
  const first = await startProcess(desk.dataFolder('real'));
  await page.goto(first.address);
  await signIn(page, supervisor);
  await receive(page);
  await page.getByLabel('Cognome').fill('Rossi');
  const second = await startProcess(desk.dataFolder('real'), '--port', '48731');
  expect(new URL(second.address).port).toBe(new URL(first.address).port);
  expect(second.printed).toContain('Lo sportello è già aperto su questi dati: l’indirizzo porta lì.');
  const other = await browser.newPage();
  await other.goto(second.address);
  await expect(other.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
  await other.close();
  await expect(page.getByLabel('Cognome')).toHaveValue('Rossi');
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await expect(page.getByRole('heading', { name: 'Rossi' })).toBeVisible();
  await stopProcess(first);
});

test('a step that finds the disk full says so, keeps what was typed, and is saved once there is room', async ({ page, desk }) => {
  test.skip(!mayMount(), 'a disk of its own needs Linux and root');
  const disk = smallDiskAt(desk.folder, 8);
  try {
    await atWork(page, desk);
    const day = await typeLastDay(page);
    disk.fill();
    await goOn(page);
    await expect(page.getByRole('article').getByText('Il disco è pieno e l’ultima operazione non è stata salvata')).toBeInViewport();
    await expect(day).toHaveValue('30/09/2026');
    await expectAccessible(page);
    disk.free();
    await goOn(page);
    await expect(page.getByRole('heading', { name: naspi.steps['last-day'].title, level: 2 })).toBeHidden();
    await page.getByRole('button', { name: 'Indietro' }).click();
    await expect(day).toHaveValue('30/09/2026');
  } finally {
    await desk.stop();
    disk.remove();
  }
});

const troubles: readonly (readonly [code: RefusalCode, heading: string])[] = [
  ['database-in-use', 'Lo sportello è già aperto'],
  ['disk-full', 'Il disco è pieno'],
  ['folder-read-only', 'La cartella dei dati non si può scrivere'],
  ['database-damaged', 'I dati dello sportello sono danneggiati'],
  ['folder-in-the-way', 'Una cartella occupa il posto di un file dello sportello'],
  ['crashed', 'I dati dello sportello non si aprono'],
];

/** Lets the desk describe itself as one in this trouble. */
async function inTrouble(page: Page, code: RefusalCode): Promise<void> {
  await page.routeWebSocket(/\/desk$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((text) => {
      const frame: { reply?: { value?: { mode?: string } | null } } = JSON.parse(String(text));
      const value = frame.reply?.value;
      const troubled = value?.mode === undefined ? frame : { ...frame, reply: { ...frame.reply, value: { ...value, trouble: { code, sentence: 'Che cosa è successo.', copies: [] } } } };
      socket.send(JSON.stringify(troubled));
    });
  });
}

test('every trouble of the records has a screen that says what to do, legible at any size', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  for (const [code, heading] of troubles) {
    await page.unrouteAll();
    await inTrouble(page, code);
    await page.goto(desk.address);
    await expect(page.getByRole('heading', { name: heading })).toBeFocused();
    await expect(page.getByRole('list').getByRole('listitem').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('a desk that never answered is named, and found once it does', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  let reachable = false;
  await page.routeWebSocket(/\/desk$/, (socket) => void (reachable ? socket.connectToServer() : socket.close()));
  await page.goto(desk.address);
  await expect(page.getByRole('heading', { name: 'Lo sportello non risponde' })).toBeVisible();
  await expectAccessible(page);
  reachable = true;
  await expect(page.getByRole('heading', { name: 'Accesso allo sportello' })).toBeVisible();
});
