import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trainingSetup } from '../../electron/host/training/training-desk.ts';
import { testLibrary } from '../kill/kill-desk.ts';
import { openDesk, temporaryFolder, valueOf } from './desk-in-a-folder.ts';

test('a training desk sets itself up the first time it is looked at, with the mix of Casa Jannacci', async () => {
  const folder = temporaryFolder();
  const desk = openDesk(join(folder, 'desk-formazione'), { mode: 'training', library: testLibrary() });
  const described = await valueOf(desk.methods.describeDesk({}));
  expect(described).toMatchObject({ mode: 'training', state: 'signed-out', comune: trainingSetup.comune, recoveryUnconfirmed: false });
  expect(described.trainingPassphrase).toBe(trainingSetup.passphrase);

  const clerkId = described.clerks[0]?.id ?? '';
  await valueOf(desk.methods.signIn({ clerkId, passphrase: described.trainingPassphrase ?? '' }));
  const cards = await valueOf(desk.methods.listProcedures({}));
  const used = Object.fromEntries(cards.filter(({ timesUsed }) => timesUsed > 0).map(({ id, timesUsed }) => [id, timesUsed]));
  expect(used).toEqual({ 'invalidita-civile': 65, isee: 35, 'assegno-inclusione': 29, 'assegno-unico': 7, naspi: 6 });
  expect((await valueOf(desk.methods.readHome({}))).unfinished).toHaveLength(3);
  expect(existsSync(join(folder, 'desk'))).toBe(false);
});

test('looked at a second time, and by two screens at once, it is the same desk', async () => {
  const folder = temporaryFolder();
  const desk = openDesk(folder, { mode: 'training', library: testLibrary() });
  const [one, two] = await Promise.all([valueOf(desk.methods.describeDesk({})), valueOf(desk.methods.describeDesk({}))]);
  expect(two.clerks).toEqual(one.clerks);
  desk.close();
  const again = openDesk(folder, { mode: 'training', library: testLibrary() });
  expect((await valueOf(again.methods.describeDesk({}))).clerks).toEqual(one.clerks);
});
