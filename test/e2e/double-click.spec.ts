import type { Locator, Page } from '@playwright/test';
import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { atStep, nameMario, receive } from './session-moves.ts';

/** Presses twice, as people do who double-click everything: the second press comes when the first has already brought up what is next. */
async function doubleClick(page: Page, target: Locator, next: () => Promise<unknown>): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is nothing to click');
  const { mouse } = page;
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await mouse.down();
  await mouse.up();
  await next();
  await mouse.down({ clickCount: 2 });
  await mouse.up({ clickCount: 2 });
}

test('the second press of a double click does nothing on the screen that the first has opened', async ({ page, desk }) => {
  await atWork(page, desk);
  await doubleClick(page, page.getByRole('button', { name: /Nuova sessione/ }), () => expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeFocused());
  await expect(page).toHaveURL(/persone$/);
  await nameMario(page);
  const choice = page.getByRole('heading', { name: 'Che cosa serve oggi?' });
  await doubleClick(page, page.getByRole('button', { name: 'Salva e scegli la procedura' }), () => expect(choice).toBeFocused());
  await expect(choice).toBeVisible();
  await doubleClick(page, page.getByRole('button', { name: /NASpI/ }), () => atStep(page, naspi.steps.need.title));
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
  const option = page.getByRole('button', { name: naspi.facts.need.options.application });
  await doubleClick(page, option, () => atStep(page, naspi.steps['last-day'].title));
  await expect(page.getByRole('heading', { name: naspi.steps['last-day'].title, level: 2 })).toBeVisible();
});

test('an answer pressed twice answers one question', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'Certificati INPS' }).click();
  const option = page.getByRole('button', { name: certificates.facts.certificate.options.cu });
  await doubleClick(page, option, () => expect(page.getByRole('group', { name: certificates.facts.applicant.question })).toBeVisible());
  await expect(page.getByRole('group', { name: certificates.facts.applicant.question }).getByRole('button', { pressed: true })).toHaveCount(0);
});

test('the key for a new session, pressed twice before anything is drawn, opens one', async ({ page, desk }) => {
  await atWork(page, desk);
  await expect(page.getByRole('button', { name: /Nuova sessione/ })).toBeVisible();
  await page.evaluate(() => {
    for (const key of ['F2', 'F2']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeFocused();
  expect(await desk.methods.readHome({})).toMatchObject({ value: { today: { opened: 1 } } });
});

test('a reader that ends with two line ends sends nothing off by itself', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.getByLabel('Codice fiscale').focus();
  await page.keyboard.type('RSSMRA80A01H501U\n\n');
  await expect(page.getByLabel('Data di nascita')).toHaveValue('01/01/1980');
  await expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeVisible();
});
