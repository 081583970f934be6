import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { brokenRows, openTestDesk, setUpTestDesk, signInToTestDesk } from '../../kill/kill-desk.ts';
import { killAfterReady } from '../../kill/kill-child.ts';
import { temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { testHub } from '../hub-link/test-hub.ts';
import { connected } from './desk-at-a-hub.ts';

test('killed in the middle of a call, the desk knows at its next start that there was one', async () => {
  const hub = await testHub();
  const folder = temporaryFolder();
  await setUpTestDesk(folder);
  const before = openTestDesk(folder);
  await signInToTestDesk(before);
  await valueOf(before.methods.enrolDesk({ address: hub.address, code: 'uno-due-tre' }));
  before.close();
  expect((await killAfterReady(join(import.meta.dirname, '../../kill/calling-desk.ts'), [folder], 0)).ended).toBe('killed');

  const desk = openTestDesk(folder);
  onTestFinished(() => desk.close());
  await signInToTestDesk(desk);
  const [session] = await valueOf(desk.methods.listInterrupted({}));
  const [leg] = session?.consultations[0]?.legs ?? [];
  expect(leg).toMatchObject({ medium: 'video', reason: 'desk-interrupted', summary: null });
  expect((leg?.closedAt ?? '') >= (session?.lastActivityAt ?? 'z')).toBe(true);
  expect(session?.events.map(({ event }) => event)).toContain('leg-closed');
  await connected(desk);
  desk.close();
  expect(await brokenRows(folder)).toEqual([]);
});
