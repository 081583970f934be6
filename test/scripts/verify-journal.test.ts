import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import words from '../../resources/locales/it/commands.json' with { type: 'json' };
import { deskSetUp, firstSetup, temporaryFolder } from '../host/desk-in-a-folder.ts';

/** Runs the command on a desk of its own, with that on its standard input. */
async function checkJournal(input: string) {
  const folder = temporaryFolder();
  const { desk } = await deskSetUp(folder);
  desk.close();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/verify-journal.ts'), '--data', folder], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('name and passphrase may come down a pipe, both at once', async () => {
  const { status, stdout, stderr } = await checkJournal(`${firstSetup.supervisorName}\n${firstSetup.passphrase}\n`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('catena completa');
  expect(stdout).not.toContain(firstSetup.passphrase);
});

test.each(['', `${firstSetup.supervisorName}\n`])('an input that ends early is said, and nothing is taken for checked: %j', async (input) => {
  const { status, stdout, stderr } = await checkJournal(input);
  expect({ status, stderr: stderr.trim() }).toEqual({ status: 1, stderr: words.inputEnded.trim() });
  expect(stdout).not.toContain('catena completa');
});
