import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { goOn } from './session-moves.ts';
import { typeLastDay } from './walk-procedure.ts';

test('a stop takes the focus, its answers in sight, and going on all the same goes on at once', async ({ page, desk }) => {
  await atWork(page, desk);
  const day = await typeLastDay(page);
  await day.fill('30/09/2062');
  await goOn(page);
  const stop = page.getByRole('alert').filter({ hasText: 'Di regola qui ci si ferma' });
  await expect(stop).toBeFocused();
  const foot = page.getByRole('button', { name: 'Indietro', exact: true });
  for (const name of ['Vai avanti lo stesso', /^Concludi:/]) {
    const button = (await page.getByRole('button', { name }).boundingBox()) ?? { y: Infinity, height: 0 };
    expect(button.y + button.height).toBeLessThan((await foot.boundingBox())?.y ?? 0);
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Vai avanti lo stesso' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: naspi.steps['last-day'].title, level: 2 })).toBeHidden();
  await page.getByRole('button', { name: 'Indietro', exact: true }).click();
  await expect(page.getByText('Si è scelto di andare avanti lo stesso.')).toBeVisible();
  await expect(day).toHaveValue('30/09/2062');
});
