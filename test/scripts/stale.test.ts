import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isStale } from '../../scripts/stale.ts';
import type { Program } from '../../scripts/stale.ts';
import { temporaryFolder } from '../host/desk-in-a-folder.ts';

const program: Program = { name: 'desk', madeFrom: ['electron', 'package-lock.json'], stamp: 'dist/.desk-built' };
const before = new Date('2026-01-01T10:00:00Z');
const built = new Date('2026-01-01T11:00:00Z');

/** A project that was built after its last change. */
function builtProject(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'electron', 'host'), { recursive: true });
  mkdirSync(join(folder, 'dist'));
  const files = ['electron/host/a.ts', 'electron/host/b.ts', 'package-lock.json', 'dist/.desk-built', 'other.ts'];
  for (const file of files) writeFileSync(join(folder, file), '');
  for (const path of [...files, 'electron', 'electron/host']) utimesSync(join(folder, path), before, before);
  utimesSync(join(folder, 'dist/.desk-built'), built, built);
  return folder;
}

test('what is older than its build is not stale', () => {
  expect(isStale(program, builtProject())).toBe(false);
});

test.each([
  ['a source changed', (folder: string) => writeFileSync(join(folder, 'electron/host/a.ts'), 'new')],
  ['the lock file changed', (folder: string) => writeFileSync(join(folder, 'package-lock.json'), 'new')],
  ['a source was added', (folder: string) => writeFileSync(join(folder, 'electron/host/c.ts'), '')],
  ['a source was deleted', (folder: string) => rmSync(join(folder, 'electron/host/a.ts'))],
  ['a source was renamed', (folder: string) => renameSync(join(folder, 'electron/host/a.ts'), join(folder, 'electron/host/z.ts'))],
  ['it was never built', (folder: string) => rmSync(join(folder, 'dist/.desk-built'))],
])('%s: stale', (_what, change) => {
  const folder = builtProject();
  change(folder);
  expect(isStale(program, folder)).toBe(true);
});

test('a change elsewhere is none of its business', () => {
  const folder = builtProject();
  writeFileSync(join(folder, 'other.ts'), 'new');
  expect(isStale(program, folder)).toBe(false);
});
