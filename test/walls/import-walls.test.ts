import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { plant, root } from './planted.ts';

/** A file in the house, and what it imports. */
type Import = readonly [file: string, from: string];

const forbidden: readonly Import[] = [
  ['shared/desk/planted.ts', 'node:fs'],
  ['shared/desk/planted.ts', 'fs'],
  ['shared/desk/planted.ts', 'electron'],
  ['shared/desk/planted.ts', 'react'],
  ['shared/desk/planted.ts', 'i18next'],
  ['shared/desk/planted.ts', 'better-sqlite3'],
  ['shared/desk/planted.ts', 'ws'],
  ['shared/desk/planted.ts', 'some-package-of-tomorrow'],
  ['shared/desk/planted.ts', '../../electron/host/journal.ts'],
  ['shared/desk/planted.ts', '../../renderer/desk/app.tsx'],
  ['shared/desk/planted.ts', '../../hub/main.ts'],
  ['shared/desk/planted.ts', '../../test/host/fake-desk.ts'],
  ['renderer/home/planted.tsx', 'node:fs'],
  ['renderer/home/planted.tsx', 'electron'],
  ['renderer/home/planted.tsx', 'better-sqlite3'],
  ['renderer/home/planted.tsx', 'ws'],
  ['renderer/home/planted.tsx', 'simple-peer'],
  ['renderer/home/planted.tsx', '../../electron/host/desk-methods.ts'],
  ['renderer/home/planted.tsx', '../../hub/queue.ts'],
  ['renderer/home/planted.tsx', '../../hub/store/desks.ts'],
  ['renderer/home/planted.tsx', '../../scripts/root.ts'],
  ['electron/host/planted.ts', 'electron'],
  ['electron/host/planted.ts', 'electron/main'],
  ['electron/host/session/planted.ts', 'electron'],
  ['electron/host/db/planted.ts', 'electron'],
  ['electron/host/planted.ts', './../shell/desk-window.ts'],
  ['electron/host/planted.ts', '../main.ts'],
  ['electron/host/session/planted.ts', '../../shell/desk-window.ts'],
  ['electron/host/db/planted.ts', '../../shell/desk-window.ts'],
  ['electron/host/planted.ts', '../../renderer/desk/app.tsx'],
  ['electron/host/planted.ts', '../../hub/main.ts'],
  ['electron/host/planted.ts', 'react'],
  ['electron/host/planted.ts', 'better-sqlite3'],
  ['electron/host/session/run-store.ts', 'better-sqlite3'],
  ['electron/host/planted.ts', 'simple-peer'],
  ['electron/main.ts', 'better-sqlite3'],
  ['electron/shell/planted.ts', 'better-sqlite3'],
  ['electron/shell/planted.ts', '../../renderer/desk/app.tsx'],
  ['electron/shell/planted.ts', '../../hub/main.ts'],
  ['hub/planted.ts', 'electron'],
  ['hub/planted.ts', '../electron/host/journal.ts'],
  ['hub/planted.ts', '../renderer/desk/app.tsx'],
  ['hub/planted.ts', 'better-sqlite3'],
  ['hub/planted.ts', 'simple-peer'],
];

const allowed: readonly Import[] = [
  ['shared/desk/planted.ts', 'zod'],
  ['shared/desk/planted.ts', 'temporal-polyfill'],
  ['shared/desk/planted.ts', './refusal.ts'],
  ['shared/desk/planted.ts', '../session/closed-lists.ts'],
  ['shared/desk/planted.ts', '../hub/hub-messages.ts'],
  ['renderer/home/planted.tsx', '../../shared/desk/refusal.ts'],
  ['renderer/home/planted.tsx', '../../shared/hub/hub-messages.ts'],
  ['renderer/home/planted.tsx', 'react'],
  ['renderer/call/peer.ts', 'simple-peer'],
  ['electron/host/planted.ts', '../../shared/desk/refusal.ts'],
  ['electron/host/planted.ts', 'node:fs'],
  ['electron/host/db/planted.ts', 'better-sqlite3'],
  ['electron/main.ts', 'electron'],
  ['electron/preload.ts', 'electron'],
  ['electron/shell/planted.ts', 'electron'],
  ['electron/shell/planted.ts', '../host/desk-doors.ts'],
  ['hub/planted.ts', '../shared/hub/hub-messages.ts'],
  ['hub/store/planted.ts', 'better-sqlite3'],
];

const reportSchema = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string(), labels: z.array(z.object({ span: z.object({ line: z.number() }) })) })),
});

/** Plants every import in its file, one a line, lints them all at once, and says which were held back by a wall. */
function heldBack(imports: readonly Import[], clause: (place: number) => string): string[] {
  const byFile = Map.groupBy(imports, ([file]) => file);
  const files = [...byFile].map(([file, lines]) => [file, lines.map(([, from], place) => `import ${clause(place)} from '${from}';\n`).join('')]);
  const folder = plant(Object.fromEntries(files), ['.oxlintrc.json']);
  const run = spawnSync(process.execPath, [join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'), '-f', 'json'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = reportSchema.parse(JSON.parse(run.stdout));
  const hits = diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)');
  const found = hits.flatMap(({ filename, labels }) => labels.map(({ span }) => byFile.get(filename.replaceAll('\\', '/'))?.[span.line - 1]));
  return found.map((planted) => asText(planted ?? ['?', '?'])).toSorted();
}

const asText = ([file, from]: Import): string => `${file} ← ${from}`;

const aValue = (place: number): string => `x${place}`;
const aType = (place: number): string => `type X${place}`;

test('what a wall forbids is an error, all of it', () => {
  expect(heldBack(forbidden, aValue)).toEqual(forbidden.map(asText).toSorted());
});

test('what no wall forbids is not', () => {
  expect(heldBack(allowed, aValue)).toEqual([]);
});

test('the stores may take the database’s type', () => {
  expect(heldBack([['electron/host/session/run-store.ts', 'better-sqlite3']], aType)).toEqual([]);
});
