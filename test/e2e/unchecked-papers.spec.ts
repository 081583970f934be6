import type { Page } from '@playwright/test';
import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { atStep, begin, goOn, receiveWithDelegate } from './session-moves.ts';
import { answerFact } from './walk-procedure.ts';

/** To the papers of a delegate who comes for somebody's CU. */
async function toDelegatePapers(page: Page): Promise<void> {
  await receiveWithDelegate(page);
  await begin(page, /Certificati INPS/);
  await answerFact(page, certificates, 'certificate', 'cu');
  await answerFact(page, certificates, 'applicant', 'delegate');
  await atStep(page, certificates.steps['delegation-papers'].title);
}

const { documents } = certificates;
const see = (page: Page, paper: string) => page.getByRole('group', { name: paper, exact: true }).getByRole('button', { name: 'Visto' }).click();

test('papers nothing was said of are named before the step is left; marked, nothing is asked', async ({ page, desk }) => {
  await atWork(page, desk);
  await toDelegatePapers(page);
  await see(page, documents.delegation.name);
  await goOn(page);
  const alert = page.getByRole('alert').filter({ hasText: '2 documenti non sono ancora controllati' });
  await expect(alert).toBeFocused();
  await expect(alert.getByRole('listitem')).toHaveText([documents['holder-identity'].name, documents['delegate-identity'].name]);
  await expect(page.getByRole('button', { name: 'Avanti', exact: true })).toBeHidden();
  await expectAccessible(page);
  await see(page, documents['holder-identity'].name);
  await expect(page.getByText('Un documento non è ancora controllato')).toBeVisible();
  await see(page, documents['delegate-identity'].name);
  await expect(page.getByText('non è ancora controllato')).toBeHidden();
  await goOn(page);
  await atStep(page, certificates.steps['handover-cu'].title);
});

test('where a paper that is missing stops the clerk, there is one question and not two', async ({ page, desk }) => {
  await atWork(page, desk);
  await toDelegatePapers(page);
  await goOn(page);
  await expect(page.getByText('3 documenti non sono ancora controllati')).toBeVisible();
  await page.getByRole('group', { name: documents.delegation.name, exact: true }).getByRole('button', { name: 'Manca' }).click();
  await expect(page.getByText('Di regola qui ci si ferma')).toBeVisible();
  await expect(page.getByText('non sono ancora controllati')).toBeHidden();
  await page.getByRole('button', { name: 'Vai avanti lo stesso' }).click();
  await atStep(page, certificates.steps['handover-cu'].title);
});

test('left unchecked all the same, they are said again at the end, with the way back to them', async ({ page, desk }) => {
  await atWork(page, desk);
  await toDelegatePapers(page);
  await goOn(page);
  await page.getByRole('button', { name: 'Vai avanti lo stesso' }).click();
  await atStep(page, certificates.steps['handover-cu'].title);
  await page.getByRole('button', { name: 'Vai avanti senza consegnare' }).click();
  await atStep(page, 'Com’è andata?');
  const left = page.getByRole('listitem').filter({ hasText: '3 documenti non controllati' });
  await left.getByRole('button', { name: certificates.steps['delegation-papers'].title }).click();
  await atStep(page, certificates.steps['delegation-papers'].title);
});
