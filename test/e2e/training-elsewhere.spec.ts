import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { startProcess, stopProcess } from './desk-process.ts';

test('where training is open already, a door leads back to the real desk', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  const elsewhere = await startProcess(join(folder, 'desk'), '--training');
  const desk = await startProcess(join(folder, 'desk'));
  await page.goto(desk.address.replace('/?', '/formazione/?'));
  await expect(page.getByRole('heading', { name: 'Lo sportello è già aperto' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Esci dalla formazione' }).click();
  await expect(page.getByRole('heading', { name: 'Di quale Comune è lo sportello?' })).toBeVisible();
  for (const started of [elsewhere, desk]) await stopProcess(started);
  rmSync(folder, { recursive: true, force: true });
});
