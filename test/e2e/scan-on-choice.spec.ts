import type { Page } from '@playwright/test';
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { receive } from './session-moves.ts';

/** The first two characters of a reader, at its speed however loaded this machine is; what they do by default in a choice is done by hand. */
const startOfScan = (page: Page, characters: string, chosenMeanwhile: string) =>
  page.getByLabel('Chi è').evaluate(
    (choice: HTMLSelectElement, [first, second, other]) => {
      const press = (key: string | undefined) => choice.dispatchEvent(new KeyboardEvent('keydown', { key: key ?? '', bubbles: true, cancelable: true }));
      press(first);
      choice.value = other ?? '';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      press(second);
    },
    [...characters, chosenMeanwhile],
  );

test('a card read while a choice has the focus goes to its box, and the choice stays', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  const choice = page.getByLabel('Chi è');
  await choice.selectOption('delegate');
  await choice.focus();
  await startOfScan(page, 'PR', 'main');
  await page.keyboard.type('TMRA80A01H501U');
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('PRTMRA80A01H501U');
  await expect(choice).toHaveValue('delegate');
});

test('a letter typed by hand in a choice chooses', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  const choice = page.getByLabel('Chi è');
  await choice.focus();
  await page.keyboard.press('d');
  await expect(choice).toHaveValue('delegate');
  await expect(choice).toBeFocused();
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('');
});
