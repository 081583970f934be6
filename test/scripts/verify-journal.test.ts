import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { headPath } from '../../electron/host/records/journal-head.ts';
import words from '../../resources/locales/it/commands.json' with { type: 'json' };
import { deskSetUp, firstSetup, temporaryFolder } from '../host/desk-in-a-folder.ts';

/** Runs the command on a desk of its own, with that on its standard input. */
async function checkJournal(input: string, before: (folder: string) => void = () => undefined) {
  const folder = temporaryFolder();
  const { desk } = await deskSetUp(folder);
  desk.close();
  before(folder);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/verify-journal.ts'), '--data', folder], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const answers = `${firstSetup.supervisorName}\n${firstSetup.passphrase}\n`;

test('name and passphrase may come down a pipe, both at once', async () => {
  const { status, stdout, stderr } = await checkJournal(answers);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('catena completa');
  expect(stdout).not.toContain(firstSetup.passphrase);
});

test.each(['', `${firstSetup.supervisorName}\n`])('an input that ends early is said, and nothing is taken for checked: %j', async (input) => {
  const { status, stdout, stderr } = await checkJournal(input);
  expect({ status, stderr: stderr.trim() }).toEqual({ status: 1, stderr: words.inputEnded.trim() });
  expect(stdout).not.toContain('catena completa');
});

test('an option that is not known is named in an Italian sentence', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/verify-journal.ts'), '--foo', 'bar'], { encoding: 'utf8' });
  expect({ status, stderr: stderr.trim() }).toEqual({ status: 1, stderr: 'Opzione non valida: --foo. Si può scrivere «--data CARTELLA».' });
});

test('a missing end is told with day and hour as they are written in Italy', async () => {
  const { status, stdout } = await checkJournal(answers, (folder) => rmSync(headPath(folder)));
  expect(status).toBe(1);
  expect(stdout).toMatch(/journal\.head\.json \(\d\d\/\d\d\/\d{4}, \d\d:\d\d\)/);
});
