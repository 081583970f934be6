import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { answer, answerClosing, atStep, begin, nameMario, receive } from './session-moves.ts';
import { answerFact } from './walk-procedure.ts';

test('an expired identity document stays in sight through the session and is written on the page to take home', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await nameMario(page);
  await page.getByLabel('Documento').selectOption({ label: 'Carta d’identità' });
  await answer(page, 'In corso di validità', 'No, scaduto');
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  const warning = page.locator('.workspace-header').getByText('Documento scaduto: Carta d’identità');
  await expect(warning).toBeInViewport();
  await begin(page, /Certificati INPS/);
  await expect(warning).toBeInViewport();
  await expectAccessible(page);
  await answerFact(page, certificates, 'certificate', 'cu');
  await answerFact(page, certificates, 'applicant', 'holder');
  await page.getByRole('button', { name: 'Consegnato', exact: true }).click();
  await atStep(page, 'Procedura conclusa');
  await page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }).click();
  await answerClosing(page);
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();
  await expect(page.getByRole('article')).toContainText('La carta d’identità è scaduta: rinnovarla in Comune, all’anagrafe.');
  await expectAccessible(page);
});
