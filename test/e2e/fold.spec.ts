import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { expectFocusNeverCovered, expectInSight } from './in-sight.ts';
import { answerClosing, atStep, begin, goOn, nameMario, receive } from './session-moves.ts';
import { walkNaspiToSending } from './walk-procedure.ts';

const button = (name: string | RegExp) => ({ role: 'button', name }) as const;

test('at 1280 × 720 the main action of every working screen is in sight without scrolling', async ({ page, desk }) => {
  const { width, height } = page.viewportSize() ?? {};
  expect([width, height]).toEqual([1280, 720]);
  const inSight = ({ name }: ReturnType<typeof button>) => expectInSight(page, page.getByRole('button', { name, exact: typeof name === 'string' }));
  await atWork(page, desk);
  await inSight(button(/Nuova sessione/));
  await receive(page);
  await inSight(button('Salva e aggiungi un’altra persona'));
  await inSight(button('Salva e scegli la procedura'));
  await expectInSight(page, page.getByLabel('Documento visto allo sportello'));
  await nameMario(page);
  await page.getByLabel('Documento visto allo sportello').selectOption('Carta d’identità');
  await expectFocusNeverCovered(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();

  await expect(page.getByRole('heading', { name: 'Che cosa serve oggi?' })).toBeFocused();
  const cards = page.locator('.procedure-card');
  await expect(cards).toHaveCount(6);
  for (const card of await cards.all()) await expectInSight(page, card);
  await begin(page, /NASpI/);
  await walkNaspiToSending(page, async ({ kind }) => {
    if (kind !== 'questions') await inSight(button(kind === 'submission' ? 'Sto per inviare' : 'Avanti'));
    if (kind === 'documents') await expectFocusNeverCovered(page);
  });
  await page.getByRole('button', { name: 'Sto per inviare' }).click();
  await expect(page.getByText('La domanda è partita?')).toBeFocused();
  await inSight(button('Sì, inviata'));
  await page.getByRole('button', { name: 'Sì, inviata' }).click();
  await expect(page.getByRole('button', { name: 'Avanti', exact: true })).toBeVisible();
  await goOn(page);
  await atStep(page, naspi.steps['after-sending'].title);
  await inSight(button('Avanti'));
  await goOn(page);
  await atStep(page, 'Com’è andata?');
  await inSight(button('Concludi la procedura'));
  await page.getByRole('button', { name: 'Concludi la procedura' }).click();
  await atStep(page, 'Procedura conclusa');
  const close = page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' });
  await expectInSight(page, close);
  await close.click();
  await expect(page.getByRole('heading', { name: 'Chiudere la sessione' })).toBeFocused();
  await inSight(button('Chiudi e prepara il foglio'));
  await answerClosing(page);
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();
  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeFocused();
  await inSight(button('Stampa il foglio'));
});

test('a second press where «Sto per inviare» stood answers nothing', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await begin(page, /NASpI/);
  await walkNaspiToSending(page);
  const place = await page.getByRole('button', { name: 'Sto per inviare' }).boundingBox();
  if (!place) throw new Error('the button is not on screen');
  await page.getByRole('button', { name: 'Sto per inviare' }).click();
  await expect(page.getByText('La domanda è partita?')).toBeVisible();
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await expect(page.getByRole('button', { name: 'Sì, inviata' })).toBeVisible();
  await expect(page.getByText(/^Inviata il|^Non inviata: tentativo/)).toBeHidden();
});
