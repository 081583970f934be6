import type { Page } from '@playwright/test';
import { expect } from './desk-fixture.ts';

/** A synthetic resident. */
export const mario = { surname: 'Rossi', givenName: 'Mario', codiceFiscale: 'RSSMRA80A01H501U' } as const;

/** From the home screen to the question who is at the desk. */
export async function receive(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Nuova sessione/ }).click();
  await expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeFocused();
}

/** As a bar-code reader does it: the characters one after the other, then Enter. */
export async function scan(page: Page, text: string): Promise<void> {
  const field = page.getByLabel('Codice fiscale');
  await field.focus();
  await field.selectText();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

export async function nameMario(page: Page): Promise<void> {
  await scan(page, mario.codiceFiscale);
  await page.getByLabel('Cognome').fill(mario.surname);
  await page.getByLabel('Nome', { exact: true }).fill(mario.givenName);
}

/** Mario and his nephew, who acts for him, as far as the procedures to choose. */
export async function receiveWithDelegate(page: Page): Promise<void> {
  await receive(page);
  await nameMario(page);
  await page.getByRole('button', { name: 'Salva e aggiungi un’altra persona' }).click();
  await page.getByLabel('Cognome').fill('Verdi');
  await page.getByLabel('Chi è').selectOption('delegate');
  await page.getByLabel('Rapporto').fill('nipote');
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
}

/** From the procedures to choose to the first step of one. */
export async function begin(page: Page, procedure: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Che cosa serve oggi?' })).toBeFocused();
  await page.getByRole('button', { name: procedure }).click();
  await expect(page.getByRole('article', { name: procedure })).toBeVisible();
}

/** Presses the answer to a question. */
export const answer = (page: Page, question: string, option: string | RegExp): Promise<void> =>
  page.getByRole('group', { name: question }).getByRole('button', { name: option }).click();

/** Waits for a step to be on screen: its heading takes the focus. */
export const atStep = (page: Page, title: string): Promise<void> => expect(page.getByRole('heading', { name: title, level: 2 })).toBeFocused();

export const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Avanti', exact: true }).click();

/** Sends on the portal as the desk asks: announced before, settled after. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sto per inviare' }).click();
  await page.getByRole('button', { name: 'Sì, inviata' }).click();
  await expect(page.getByText(/^Inviata il/)).toBeVisible();
}

/** The closing questions, the proposed outcome left as it is. */
export async function answerClosing(page: Page): Promise<void> {
  await answer(page, 'Quanto ha fatto da sé la persona?', 'In parte da sola');
  await answer(page, 'È stato utile?', 'Sì');
}
