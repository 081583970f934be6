import type { Locator, Page } from '@playwright/test';
import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import { expect, test } from './desk-fixture.ts';
import { atWork, clerk } from './desk-people.ts';
import { atStep, mario } from './session-moves.ts';

/** Whether something can be seen around what has the focus: its own ring, or that of the label around it. */
const focusIsSeen = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return true;
    return [element, element.closest('label')].some((candidate) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
  });

/** Presses Tab until something has the focus; the focus must be visible all the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await focusIsSeen(page), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 150))).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the Tab key does not lead there');
}

test('a whole session with the keyboard alone, the focus always in sight', async ({ page, desk }) => {
  await atWork(page, desk, clerk);
  const { keyboard } = page;
  const press = async (target: Locator) => {
    await tabTo(page, target);
    await keyboard.press('Enter');
  };
  await expect(page.getByRole('heading', { name: `Buon lavoro, ${clerk.name}` })).toBeFocused();
  await keyboard.press('F2');
  await expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeFocused();
  await keyboard.type(mario.codiceFiscale);
  await keyboard.press('Enter');
  await expect(page.getByLabel('Cognome')).toBeFocused();
  await keyboard.type(mario.surname);
  await tabTo(page, page.getByLabel('Nome', { exact: true }));
  await keyboard.type(mario.givenName);
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Che cosa serve oggi?' })).toBeFocused();
  const card = page.getByRole('button', { name: /Certificati INPS/ });
  await keyboard.press((await card.getAttribute('aria-keyshortcuts')) ?? '');
  await expect(page.getByText('Rossi Mario').first()).toBeVisible();
  await atStep(page, certificates.steps.certificate.title);
  await keyboard.press('2');
  await atStep(page, certificates.steps.applicant.title);
  await keyboard.press('1');
  await atStep(page, certificates.steps['handover-cedolino'].title);
  await press(page.getByRole('button', { name: 'Consegnato', exact: true }));
  await atStep(page, 'Procedura conclusa');
  await press(page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }));

  await expect(page.getByRole('heading', { name: 'Chiudere la sessione' })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Da sola', exact: true }));
  await keyboard.press('Space');
  await tabTo(page, page.getByRole('group', { name: 'È stato utile?' }).getByRole('button', { name: 'Sì' }));
  await keyboard.press('Space');
  await press(page.getByRole('button', { name: 'Chiudi e prepara il foglio' }));
  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeFocused();
  await press(page.getByRole('button', { name: 'Stampa il foglio' }));
  await expect(page.getByRole('button', { name: 'Sì, è uscito' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText('Stampato il 09/10/2026')).toBeVisible();
});

test('digits typed in a field are digits, not answers', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('button', { name: /Consegna un certificato/ }).click();
  await atStep(page, certificates.steps.certificate.title);
  await page.locator('summary', { hasText: 'Nota' }).click();
  await page.getByLabel('Nota').pressSequentially('12');
  await expect(page.getByLabel('Nota')).toHaveValue('12');
  await expect(page.getByRole('heading', { name: certificates.steps.certificate.title })).toBeVisible();
  await expect(page.getByText('Nota salvata')).toBeVisible();
});

test('a key pressed the moment a step has the focus is heard', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('button', { name: /Consegna un certificato/ }).click();
  await atStep(page, certificates.steps.certificate.title);
  await page.evaluate(() => {
    const pressOne = ({ target }: Event) => queueMicrotask(() => target?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true })));
    document.addEventListener('focusin', pressOne, { once: true });
  });
  await page.keyboard.press('2');
  await atStep(page, certificates.steps['handover-cedolino'].title);
});
