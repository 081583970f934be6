import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { valueOf } from '../desk-in-a-folder.ts';
import { sessionDesk } from '../session/session-desk.ts';

test('what a clerk left half-typed is there after a colleague’s turn, for that clerk alone', async () => {
  const { desk, seat, bruno, carla } = await sessionDesk();
  const { methods } = desk;
  await seat(bruno);
  await valueOf(methods.keepDraft({ form: 'intake', text: 'Bellini' }));
  await seat(carla);
  expect(await valueOf(methods.readDraft({ form: 'intake' }))).toEqual({ text: '' });
  await valueOf(methods.keepDraft({ form: 'intake', text: 'Corti' }));
  await seat(bruno);
  expect(await valueOf(methods.readDraft({ form: 'intake' }))).toEqual({ text: 'Bellini' });
  await valueOf(methods.keepDraft({ form: 'intake', text: '' }));
  expect(await valueOf(methods.readDraft({ form: 'intake' }))).toEqual({ text: '' });
  await valueOf(methods.signOut({}));
  expect(await methods.readDraft({ form: 'intake' })).toMatchObject({ code: 'not-signed-in' });
  expect(await methods.keepDraft({ form: 'intake', text: 'x' })).toMatchObject({ code: 'not-signed-in' });
});

test('of many forms those touched longest ago make room', async () => {
  const { desk } = await sessionDesk();
  const { methods } = desk;
  for (let form = 1; form <= 20; form += 1) await valueOf(methods.keepDraft({ form: `${form}`, text: `text ${form}` }));
  await valueOf(methods.keepDraft({ form: '1', text: 'again' }));
  await valueOf(methods.keepDraft({ form: '21', text: 'text 21' }));
  expect(await valueOf(methods.readDraft({ form: '1' }))).toEqual({ text: 'again' });
  expect(await valueOf(methods.readDraft({ form: '2' }))).toEqual({ text: '' });
  expect(await valueOf(methods.readDraft({ form: '21' }))).toEqual({ text: 'text 21' });
});

test('nothing half-typed is ever on disk', async () => {
  const { desk, folder } = await sessionDesk();
  await valueOf(desk.methods.keepDraft({ form: 'intake', text: 'Zanzottera' }));
  await valueOf(desk.methods.openSession({ privacy: 'named' }));
  await valueOf(desk.methods.signOut({}));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(1);
  for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes('Zanzottera')).toBe(false);
});
