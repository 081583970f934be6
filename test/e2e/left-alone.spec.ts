import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { takeDeskLine } from './desk-line.ts';
import { atWork, signIn, supervisor } from './desk-people.ts';
import { nameMario, receive } from './session-moves.ts';
import { answerFact, walkNaspiToSending } from './walk-procedure.ts';

test('a desk that does not answer cannot lock itself: the screen is covered, and nothing of anybody is left on it', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await nameMario(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await expect(page.getByRole('heading', { name: 'Rossi Mario' })).toBeVisible();
  await desk.stop();
  await page.getByRole('button', { name: 'Blocca', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Lo schermo è coperto' })).toBeFocused();
  await expect(page.getByText('Rossi').filter({ visible: true })).toHaveCount(0);
  await expectAccessible(page);
});

test('a desk that was locked when it answered again: the door shows, and behind it no cover', async ({ page, desk }) => {
  const line = await takeDeskLine(page);
  await atWork(page, desk);
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
  await line.cut();
  await expect(page.getByText('Lo sportello non risponde').first()).toBeVisible();
  await page.getByRole('button', { name: 'Blocca', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Lo schermo è coperto' })).toBeFocused();
  await desk.methods.signOut({});
  line.mend();
  await signIn(page, supervisor);
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
});

test('nobody there and no answer: the screen is covered after ten minutes', async ({ page, desk }) => {
  await page.clock.install();
  await atWork(page, desk);
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
  await desk.stop();
  await page.clock.runFor(30_000);
  await expect(page.getByText('Lo sportello non risponde').first()).toBeVisible();
  await page.clock.runFor(6 * 60_000);
  await page.keyboard.press('Tab');
  await page.clock.runFor(6 * 60_000);
  await expect(page.getByRole('heading', { name: 'Lo schermo è coperto' })).toBeHidden();
  await page.clock.runFor(4 * 60_000);
  await expect(page.getByRole('heading', { name: 'Lo schermo è coperto' })).toBeVisible();
});

test('an answer pressed among several is kept before the step is left', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await page.getByRole('button', { name: 'NASpI' }).click();
  await walkNaspiToSending(page, async (step) => {
    if (step.id !== 'money') return;
    const pressed = page.getByRole('group', { name: naspi.facts['has-iban'].question }).getByRole('button', { name: 'Sì' });
    await answerFact(page, naspi, 'has-iban', 'Sì');
    await expect(pressed).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => await kept()).toContain('"has-iban":true');
    await page.reload();
    await expect(pressed).toHaveAttribute('aria-pressed', 'true');
    // The walk presses it itself.
    await pressed.click();
  });
  async function kept(): Promise<string> {
    const home = await desk.methods.readHome({});
    const [session] = home.ok ? home.value.unfinished : [];
    return JSON.stringify(await desk.methods.readSession({ sessionId: session?.id ?? '' }));
  }
});

test('an anonymous session opened by mistake is nobody’s visit', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('button', { name: 'anonima' }).click();
  await expect(page.getByRole('heading', { name: 'Che cosa serve oggi?' })).toBeFocused();
  await page.getByRole('link', { name: 'Pagina iniziale', exact: true }).click();
  await expect(page.getByText('Nessuna sessione da riprendere.')).toBeVisible();
  expect(await desk.methods.readHome({})).toMatchObject({ value: { today: { opened: 0 } } });
});
