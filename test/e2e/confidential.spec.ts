import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork, clerk, signIn, supervisor } from './desk-people.ts';
import { readPdf } from './pdf-text.ts';
import { answerClosing, atStep, nameMario } from './session-moves.ts';
import { answerFact } from './walk-procedure.ts';

test('a confidential session has no name in any list and nothing on paper, and other clerks do not see it', async ({ page, desk }) => {
  await atWork(page, desk, clerk);
  await desk.methods.signOut({});
  await signIn(page, supervisor);
  await desk.methods.addClerk({ displayName: 'Rita Sala', role: 'clerk', passphrase: 'nove barche sul fiume' });
  await desk.methods.signOut({});
  await signIn(page, clerk);

  await page.getByRole('button', { name: 'riservata' }).click();
  await expect(page.getByText('Il nome non compare in nessun elenco')).toBeVisible();
  await nameMario(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Certificati INPS' }).click();
  await expect(page.getByRole('heading', { name: 'Sessione riservata' })).toBeVisible();
  expect(readPdf(await page.pdf()).words).not.toContain('Rossi');
  await answerFact(page, certificates, 'certificate', 'cu');
  await answerFact(page, certificates, 'applicant', 'holder');
  await page.getByRole('button', { name: 'Consegnato', exact: true }).click();
  await atStep(page, 'Procedura conclusa');
  await page.getByRole('link', { name: 'Pagina iniziale' }).click();
  await expect(page.getByText('Sessione riservata · sessione 2026-00001')).toBeVisible();
  await page.getByRole('button', { name: 'Riprendi la sessione 2026-00001' }).click();

  await page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }).click();
  await expect(page.getByRole('group', { name: 'Da risentire?' })).toBeHidden();
  await answerClosing(page);
  await page.getByRole('button', { name: 'Chiudi la sessione' }).click();
  await expect(page.getByRole('heading', { name: 'Nessun foglio per questa sessione' })).toBeVisible();
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  await expect(page.getByRole('table')).toContainText('Sessione riservata');
  await expect(page.getByRole('table')).not.toContainText('Rossi');
  await page.getByRole('link', { name: /2026-00001/ }).click();
  await expect(page.getByRole('heading', { name: 'Sessione riservata' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Foglio da portare a casa' })).toBeHidden();
  await page.goto(page.url().replace('/archivio/', '/sessione/').concat('/foglio'));
  await expect(page.getByRole('heading', { name: 'Nessun foglio per questa sessione' })).toBeVisible();
  await expectAccessible(page);

  await desk.methods.signOut({});
  await signIn(page, { name: 'Rita Sala', passphrase: 'nove barche sul fiume' });
  for (const part of ['', '/persone', '/chiusura', '/foglio']) {
    await page.goto(page.url().replace(/(\/sessione\/[^/]+).*$/, `$1${part}`));
    await expect(page.getByRole('heading', { name: 'Questa pagina non si può mostrare' })).toBeFocused();
    await expect(page.getByText('La sessione è riservata')).toBeVisible();
    await expect(page.getByText('Rossi')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Riprova' })).toBeHidden();
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Vai alla pagina iniziale' }).click();
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeFocused();
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  await expect(page.getByText('Nessuna sessione nell’archivio')).toBeVisible();
  await expectAccessible(page);
});

test('an anonymous resident is received, helped and given a page without a name', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('button', { name: 'anonima' }).click();
  await expect(page.getByRole('heading', { name: 'Sessione anonima' })).toBeVisible();
  await page.getByRole('link', { name: /Modifica persone/ }).click();
  await expect(page.getByText('La sessione si svolge per intero')).toBeVisible();
  await expect(page.getByLabel('Codice fiscale')).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Scegli la procedura' }).click();
  await page.getByRole('button', { name: /Certificati INPS/ }).click();
  await answerFact(page, certificates, 'certificate', 'cedolino');
  await answerFact(page, certificates, 'applicant', 'holder');
  await page.getByRole('button', { name: 'Consegnato', exact: true }).click();
  await page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }).click();
  await answerClosing(page);
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();
  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeVisible();
  const { words } = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(words).toContain('2026-00001');
  expect(words).not.toContain('Per');
});
