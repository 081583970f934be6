import isee from '../../resources/procedures/isee/it.json' with { type: 'json' };
import invaliditaCivile from '../../resources/procedures/invalidita-civile/it.json' with { type: 'json' };
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';
import { atWork, comune } from './desk-people.ts';
import { atStep, begin, receive } from './session-moves.ts';

/** A session whose ADI run said that there is a valid ISEE, and its ISEE run standing before the same question. */
async function atCarriedAnswer(page: Page, desk: TestDesk): Promise<void> {
  await atWork(page, desk);
  const session = await desk.methods.openSession({ privacy: 'anonymous' });
  if (!session.ok) throw new Error(session.code);
  const sessionId = session.value.id;
  await desk.methods.addPerson({ sessionId, person: { role: 'main', details: {} } });
  const first = await desk.methods.startRun({ sessionId, procedure: 'assegno-inclusione' });
  if (!first.ok) throw new Error(first.code);
  const answered = await desk.methods.answerStep({ runId: first.value.record.id, step: 'isee', facts: { 'has-valid-isee': true }, done: true, next: 'isee' });
  const second = await desk.methods.startRun({ sessionId, procedure: 'isee' });
  if (!answered.ok || !second.ok) throw new Error('the runs could not be prepared');
  await desk.methods.showStep({ runId: second.value.record.id, step: 'isee-now' });
  await page.evaluate((hash) => (window.location.hash = hash), `/sessione/${sessionId}/procedura/${second.value.record.id}`);
  await atStep(page, isee.steps['isee-now'].title);
}

test('an answer given in another procedure is proposed by name and confirmed with Enter', async ({ page, desk }) => {
  await atCarriedAnswer(page, desk);
  const yes = page.getByRole('button', { name: 'Sì' });
  await expect(yes).toContainText('proposta');
  await expect(yes).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByText('Risposta data in «Assegno di inclusione (ADI)»: Invio la conferma')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Conferma' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('heading', { name: isee.steps['isee-now'].title }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: isee.steps['isee-now'].title, level: 2 })).toBeHidden();
  await page.getByRole('button', { name: `${isee.steps['isee-now'].title} (fatto)` }).click();
  await expect(yes).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Risposta data in')).toBeHidden();
});

test('a proposed answer is replaced with the key of another', async ({ page, desk }) => {
  await atCarriedAnswer(page, desk);
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: isee.steps['isee-now'].title, level: 2 })).toBeHidden();
  await page.getByRole('button', { name: `${isee.steps['isee-now'].title} (fatto)` }).click();
  await expect(page.getByRole('button', { name: 'No', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('the province of the comune stands before all others', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await begin(page, /Invalidità/);
  const provinces = page.getByLabel(invaliditaCivile.facts.province.question);
  await expect(provinces.locator('optgroup').first()).toHaveAttribute('label', 'Provincia del Comune');
  await expect(provinces.locator('optgroup').first().locator('option')).toHaveText(['Parma (PR)']);
  await expect(provinces.locator('optgroup').nth(1).locator(`option[value="${comune.province}"]`)).toHaveCount(0);
  await expect(provinces.locator('option').nth(2)).toHaveText('Agrigento (AG)');
  await provinces.selectOption('Parma (PR)');
  await page.getByRole('button', { name: 'Avanti', exact: true }).click();
  await expect(provinces).toBeHidden();
});
