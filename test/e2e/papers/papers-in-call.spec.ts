import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.ts';
import { Counter } from '../counter.ts';
import { expect, test } from '../desk-fixture.ts';
import { samplePdf, samplePng } from './sample-papers.ts';

// The papers of a whole call with everything real: chosen, looked at, sent, opened, pointed at, gone.
let counter: Counter;
let clerk: Page;
let official: Page;

test.beforeEach(async () => {
  counter = await Counter.open();
  ({ clerk, official } = counter);
  await counter.call();
});
test.afterEach(() => counter.close());

const papersOf = (page: Page): Locator => page.getByRole('region', { name: 'Documenti', exact: true });

async function agree(): Promise<void> {
  await clerk.getByRole('button', { name: 'Mostra un documento' }).click();
  await clerk.getByRole('button', { name: 'È d’accordo: mostra documenti' }).click();
  await expect(clerk.getByText('Si può anche trascinare qui un file')).toBeVisible();
}

const choose = (name: string, mimeType: string, buffer: Buffer): Promise<void> => papersOf(clerk).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

async function send(label: string): Promise<void> {
  await clerk.getByLabel('Che cos’è').selectOption({ label });
  await clerk.getByRole('button', { name: 'Manda al funzionario' }).click();
}

/** How much of a picture is dark, as a share: a page drawn is not white. */
const inkOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.paper-canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark++;
    return pixels.length === 0 ? 0 : (4 * dark) / pixels.length;
  });

/** The still the official asked for, as the clerk sees it before it is sent. */
async function photograph(): Promise<void> {
  await official.getByRole('button', { name: 'Chiedi una foto del documento' }).click();
  const asked = clerk.getByRole('alert').filter({ hasText: 'Il funzionario chiede di vedere un documento' });
  await asked.getByRole('button', { name: 'Fotografa un documento' }).click();
  await expect(clerk.getByRole('img', { name: 'Il documento come sarà mandato' })).toBeVisible();
}

/** Notes how far every paper on its way was seen to be: on a fast line it is soon there. */
const watchProgress = (): Promise<void> =>
  clerk.evaluate(() => {
    const shares: number[] = [];
    Object.assign(window, { shares });
    new MutationObserver(() => document.querySelectorAll<HTMLProgressElement>('.paper-list progress').forEach(({ value, max }) => shares.push(value / max))).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
const progressSeen = (): Promise<number[]> => clerk.evaluate(() => (window as unknown as { shares: number[] }).shares);

/** A PDF of three pages, opened by the official. */
async function openPdf(): Promise<void> {
  await choose('verbale.pdf', 'application/pdf', samplePdf(3, 3_000_000));
  await expect(clerk.getByText('Pagina 1 di 3')).toBeVisible();
  await watchProgress();
  await send('Verbale di invalidità');
  const sent = papersOf(clerk).getByRole('listitem').filter({ hasText: 'Verbale di invalidità' });
  await expect(sent).toContainText('arrivato', { timeout: 120_000 });
  const seen = await progressSeen();
  expect(seen.some((share) => share > 0 && share < 1)).toBe(true);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  await official.getByRole('button', { name: 'Apri: Verbale di invalidità' }).click();
}

/** Higher than wide, and grey: each pixel's colours alike, give or take what JPEG makes of them. */
const lookOf = (photo: Locator): Promise<{ high: boolean; grey: boolean }> =>
  photo.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
    return { high: canvas.height > canvas.width, grey: data.every((value, at) => at % 4 !== 0 || Math.abs(value - (data[at + 1] ?? 0)) < 16) };
  });

test('the official asks for a photograph; the clerk puts it straight, says what it is, sends it, and sees when it was opened', async () => {
  await expect(papersOf(official)).toContainText('non ha ancora acconsentito');
  await agree();
  await expect(papersOf(official)).toContainText('non ha ancora mostrato documenti');
  await photograph();
  await clerk.getByRole('button', { name: 'Gira a destra' }).click();
  await clerk.getByLabel('In grigio').check();
  await clerk.getByLabel('Taglia a sinistra').press('ArrowRight');
  await expect(clerk.getByLabel('Taglia a sinistra')).toHaveAttribute('aria-valuetext', '1 per cento');
  await clerk.getByRole('button', { name: 'Manda al funzionario' }).click();
  await expect(clerk.getByText('Dire che cos’è il documento.')).toBeVisible();
  await send('Documento d’identità');
  await expect(papersOf(clerk).getByRole('listitem')).toContainText('arrivato');
  await official.getByRole('button', { name: 'Apri: Documento d’identità' }).click();
  const photo = official.getByRole('img', { name: 'Documento d’identità, pagina 1 di 1' });
  await expect(photo).toHaveAttribute('data-page', '1');
  expect(await lookOf(photo)).toEqual({ high: true, grey: true });
  await expect(papersOf(clerk).getByRole('listitem')).toContainText(/visto alle \d\d:\d\d/);
});

test('a PDF is sent, opened and pointed at on the same page by both; what remains is that it was seen', async () => {
  await agree();
  await openPdf();
  await expect.poll(() => inkOn(official)).toBeGreaterThan(0.001);
  await official.getByRole('button', { name: 'Pagina dopo' }).click();
  await expect(official.getByRole('img', { name: 'Verbale di invalidità, pagina 2 di 3' })).toHaveAttribute('data-page', '2');

  await papersOf(official).getByRole('button', { name: 'Indica', exact: true }).press('Enter');
  const hand = official.getByRole('button', { name: /^Indica: muovere/ });
  await expect(hand).toBeFocused();
  for (let press = 0; press < 8; press++) await hand.press('ArrowUp');
  await expect(clerk.getByText('L’altra parte indica in alto al centro.')).toBeAttached();
  await expect(clerk.getByRole('img', { name: 'Verbale di invalidità, pagina 2 di 3' })).toHaveAttribute('data-page', '2');
  await expect(clerk.getByText('Il funzionario indica un punto di questo documento')).toBeVisible();
  // On a page turned at this side it is the same place.
  await papersOf(clerk).getByRole('button', { name: 'Gira a destra' }).click();
  await expect(papersOf(clerk).locator('.point-dot-theirs')).toHaveAttribute('style', /left: 90%; top: 50%/);
  await hand.press('Escape');
  await expect(clerk.getByText('Il funzionario indica un punto di questo documento')).toBeHidden();
  await papersOf(clerk).getByRole('button', { name: 'Indica', exact: true }).click();
  await clerk.getByRole('button', { name: /^Indica: muovere/ }).press('ArrowDown');
  await expect(official.locator('.point-dot-theirs')).toBeVisible();

  await clerk.getByRole('button', { name: 'Concludi il colloquio' }).click();
  await expect(clerk.getByText('Documento «Verbale di invalidità» visto dal funzionario alle')).toBeVisible();
  await expect(papersOf(clerk)).toBeHidden();
  await expect(official.locator('.paper-canvas')).toBeHidden();
  const session = /sessione\/([^/?]+)/.exec(clerk.url())?.[1] ?? '';
  await clerk.goto(`${new URL(clerk.url()).origin}/#/archivio/${session}`);
  await expect(clerk.getByText('Documento «Verbale di invalidità» visto dal funzionario alle')).toBeVisible();
});

test('papers are for everybody: before consent, being put straight, open at both sides', async () => {
  await agree();
  await photograph();
  await expectAccessible(clerk);
  await send('Documento d’identità');
  await official.getByRole('button', { name: 'Apri: Documento d’identità' }).click();
  await papersOf(clerk).getByRole('button', { name: 'Guarda insieme: Documento d’identità' }).click();
  await expect(clerk.locator('.paper-canvas')).toHaveAttribute('data-page', '1');
  await expectAccessible(clerk);
  await papersOf(official).getByRole('button', { name: 'Indica', exact: true }).click();
  await expectAccessible(official);
});

test('what cannot be shown is refused with what to do, and consent taken back takes the papers back', async () => {
  await agree();
  const refused = (words: RegExp) => expect(papersOf(clerk).getByRole('alert')).toContainText(words);
  await choose('lettera.pdf', 'application/pdf', samplePng(10, 10));
  await refused(/non corrisponde al suo nome/);
  await choose('lettera.doc', 'application/msword', Buffer.from('nothing'));
  await refused(/solo PDF, JPEG e PNG/);
  await choose('lettera.png', 'image/png', samplePng(10, 10).subarray(0, 50));
  await refused(/incompleto o danneggiato/);
  await choose('lettera.pdf', 'application/pdf', samplePdf(1).subarray(0, 300));
  await refused(/incompleto o danneggiato/);

  await choose('lettera.png', 'image/png', samplePng(400, 300));
  await clerk.getByLabel('Che cos’è').selectOption({ label: 'Altro' });
  await clerk.getByLabel('Che cos’è, in poche parole').fill('Carta di RSSMRA80A01H501U');
  await expect(clerk.getByText('Qui non vanno dati della persona')).toBeVisible();
  await clerk.getByRole('button', { name: 'Manda al funzionario' }).click();
  await expect(papersOf(clerk).getByRole('listitem')).toHaveCount(0);
  await clerk.getByLabel('Che cos’è, in poche parole').fill('Carta colorata');
  await clerk.getByRole('button', { name: 'Manda al funzionario' }).click();
  await official.getByRole('button', { name: 'Apri: Carta colorata' }).click();
  await expect(official.locator('.paper-canvas')).toBeVisible();

  await clerk.getByRole('button', { name: 'Non è più d’accordo: ritira tutto' }).click();
  await expect(official.locator('.paper-canvas')).toBeHidden();
  await expect(papersOf(official)).toContainText('ritirato dallo sportello');
  await expect(papersOf(clerk)).toContainText('annullato');
  await expect(clerk.getByRole('button', { name: 'Mostra un documento' })).toBeVisible();
});

test('each side points at the other’s picture, by hand and by key', async () => {
  await official.locator('.call-stage').getByRole('button', { name: 'Indica' }).click();
  const picture = await official.locator('.call-remote').boundingBox();
  if (!picture) throw new Error('no picture');
  await official.mouse.move(picture.x + picture.width * 0.5, picture.y + picture.height * 0.5);
  const seen = clerk.getByRole('region', { name: 'L’altra parte indica qui, nella propria immagine' });
  await expect(seen.locator('.point-dot-theirs')).toHaveAttribute('style', /left: (49|50|51)[.\d]*%; top: (49|50|51)/);
  await expect(clerk.getByText('L’altra parte indica al centro.')).toBeAttached();
  await official.getByRole('button', { name: 'Smetti di indicare' }).click();
  await expect(seen).toBeHidden();
});
