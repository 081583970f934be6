import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/host/db/open-database.ts';
import { recordsPath } from '../../electron/host/records/desk-files.ts';
import { brokenRows, databaseKey, killPassphrase, setUpTestDesk } from '../kill/kill-desk.ts';
import { killRun } from '../kill/kill-run.ts';
import { temporaryFolder } from './desk-in-a-folder.ts';

test('killed 25 times in the middle of work, a desk has lost no acknowledged step and damaged no file', { timeout: 600_000 }, async () => {
  const report = await killRun(temporaryFolder(), 25, 20261122);
  expect(report.damaged).toEqual([]);
  expect(report.lost).toEqual([]);
  expect(report.stepsCommitted).toBeGreaterThan(25);
});

test('a row without its parent would be seen', async () => {
  const folder = temporaryFolder();
  await setUpTestDesk(folder);
  expect(await brokenRows(folder)).toEqual([]);
  const db = openDatabase(recordsPath(folder), await databaseKey(folder, killPassphrase));
  db.pragma('foreign_keys = OFF');
  db.exec("insert into follow_up values ('1', 'no such session', '2026-10-20', 'richiamare', 'open', null)");
  db.close();
  expect(await brokenRows(folder)).toEqual(['orphan in follow_up']);
});
