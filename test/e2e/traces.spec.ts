import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { answerClosing, begin, goOn, receive, scan, send } from './session-moves.ts';
import { DeskWindow } from './window-process.ts';
import { walkNaspiToSending } from './walk-procedure.ts';

/** Words that are nowhere else on this computer. */
const marks = {
  surname: 'Zurlinghetti',
  givenName: 'Vespasiana',
  codiceFiscale: 'ZRLVPS80A41H501A',
  note: 'pappagallo smeraldino',
  number: '5518273640917',
  passphrase: 'quaranta lucciole nel mulino',
} as const;

/** As bytes could hold them: as typed, in capitals, in the encodings of browsers and databases, in base64 at each of its three offsets. */
function forms(text: string): Buffer[] {
  const typed = [text, text.toUpperCase(), text.toLowerCase(), encodeURIComponent(text)];
  const bytes = typed.flatMap((form) => [Buffer.from(form), Buffer.from(form, 'utf16le')]);
  const coded = bytes.flatMap((form) => [0, 1, 2].map((offset) => Buffer.from(Buffer.concat([Buffer.alloc(offset), form]).toString('base64').slice(offset === 0 ? 0 : 4, -4))));
  return [...bytes, ...coded];
}

const sought = Object.entries(marks).flatMap(([name, text]) => forms(text).map((bytes) => ({ name, bytes })));

function tracesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const content = readFileSync(join(parentPath, name));
    return [...new Set(sought.filter(({ bytes }) => content.includes(bytes)).map((mark) => `${mark.name} in ${join(parentPath, name)}`))];
  });
}

async function setUp(page: Page): Promise<void> {
  await page.getByLabel('Nome del Comune').fill('Roccabianca');
  await page.getByLabel('Provincia').selectOption('PR');
  await page.getByLabel('Codice del Comune').fill('G338');
  await page.getByRole('button', { name: 'Avanti' }).click();
  await page.getByRole('radio', { name: /Entrambi/ }).check();
  await page.getByRole('button', { name: 'Avanti' }).click();
  await page.getByLabel('Nome e cognome').fill('Elena Conti');
  await page.getByLabel('Nuova frase di accesso', { exact: true }).fill(marks.passphrase);
  await page.getByLabel('Ripeti la nuova frase').fill(marks.passphrase);
  await page.getByRole('button', { name: 'Avanti' }).click();
  await page.getByRole('button', { name: 'Crea lo sportello' }).click();
  const groups = page.locator('.recovery-code span');
  await page.getByLabel('Ultimo gruppo del codice').fill((await groups.last().textContent()) ?? '');
  await page.getByRole('button', { name: 'Il codice è al sicuro' }).click();
}

async function wholeSession(page: Page): Promise<void> {
  await receive(page);
  await scan(page, marks.codiceFiscale);
  await page.getByLabel('Cognome').fill(marks.surname);
  await page.getByLabel('Nome', { exact: true }).fill(marks.givenName);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await begin(page, /NASpI/);
  await walkNaspiToSending(page);
  await page.locator('summary', { hasText: 'Nota' }).click();
  await page.getByLabel('Nota').fill(marks.note);
  await expect(page.getByText('Nota salvata')).toBeVisible();
  await send(page);
  await page.getByLabel('Numero', { exact: true }).fill(marks.number);
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await goOn(page);
  await goOn(page);
  await page.getByRole('button', { name: 'Concludi la procedura' }).click();
  await page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }).click();
  await answerClosing(page);
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();
  await expect(page.getByText(marks.number)).toBeVisible();
  // Before the window's own printing, which may not be over when the next begins.
  await page.pdf();
  await page.getByRole('button', { name: 'Stampa il foglio' }).click();
  await page.getByRole('button', { name: 'Sì, è uscito' }).click();
}

/** What the page's process held in memory must not be written down when it breaks. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  await Promise.allSettled([page.goto('chrome://crash'), crashed]);
}

test('nothing of a resident, and no passphrase, is left on the computer by the desk or its window', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  const window = new DeskWindow(folder);
  try {
    const page = await window.page();
    await page.bringToFront();
    await setUp(page);
    await wholeSession(page);
    expect(tracesIn(folder)).toEqual([]);
    await crash(page);
  } finally {
    await window.end();
  }
  expect(tracesIn(folder)).toEqual([]);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dmp'))).toEqual([]);
  expect(window.output).toContain('desk: ');
  writeFileSync(join(folder, 'home', 'output'), window.output);
  expect(tracesIn(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

for (const [form, content] of [
  ['as typed', marks.note],
  ['as a database of the browser holds it', Buffer.from(`xx${marks.surname}xx`, 'utf16le')],
  ['packed into base64', Buffer.from(`{"a":"${marks.codiceFiscale}","b":1}`).toString('base64')],
] as const)
  test(`a trace ${form} would be seen`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'traces-'));
    writeFileSync(join(folder, 'trace'), content);
    expect(tracesIn(folder)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });
