import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plant, root } from './planted.ts';

const projects = ['shared', 'electron/host', 'electron', 'renderer'];
const rules = ['tsconfig.base.json', ...projects.map((project) => `${project}/tsconfig.json`)];
const houses = {
  'shared/here.ts': 'export const here = 1;\n',
  'electron/host/here.ts': "export { here } from '../../shared/here.ts';\n",
  'electron/shell/here.ts': "export { here } from '../host/here.ts';\n",
  'electron/main.ts': "import { app } from 'electron';\nexport const main = app;\n",
  'renderer/here.ts': "export { here } from '../shared/here.ts';\n",
  'package.json': '{}',
};

/** What the compiler says of a house with some more files in it; empty when it is content. */
function compile(project: string, extra: Readonly<Record<string, string>>): string {
  const folder = plant({ ...houses, ...extra }, rules);
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [compiler, '-b', project], { cwd: folder, encoding: 'utf8' }).stdout;
}

test('the house compiles as it stands', () => {
  expect(compile('.', { 'tsconfig.json': JSON.stringify({ files: [], references: projects.map((path) => ({ path })) }) })).toBe('');
});

/** What may not be written where, and what the compiler must say of it. */
const forbidden = [
  ['shared', 'export const x = process.pid;', "'process'"],
  ['shared', 'export const x = Buffer.from([]);', "'Buffer'"],
  ['shared', 'export const x = document.title;', "'document'"],
  ['shared', "export { here } from '../electron/host/here.ts';", 'TS6307'],
  ['shared', "export { here } from '../renderer/here.ts';", 'TS6307'],
  ['electron/host', 'export const x = document.title;', "'document'"],
  ['electron/host', "export { here } from '../shell/here.ts';", 'TS6307'],
  ['electron/host', "export { here } from '../../renderer/here.ts';", 'TS6307'],
  ['renderer', 'export const x = process.pid;', "'process'"],
  ['renderer', "export { here } from '../electron/host/here.ts';", 'TS6307'],
] as const;

test.each(['shared', 'electron/host', 'renderer'])('%s holds its walls', (project) => {
  const planted = forbidden.filter(([where]) => where === project).map(([where, text, complaint], place) => ({ file: `${where}/planted-${place}.ts`, text, complaint }));
  const lines = compile(project, Object.fromEntries(planted.map(({ file, text }) => [file, `${text}\n`]))).split('\n');
  for (const { file, complaint } of planted) {
    expect(lines.some((line) => line.startsWith(file) && line.includes(complaint)), `${file}: ${complaint}`).toBe(true);
  }
});
