import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** One of the two things that are built: what it is made from, and the file whose age tells when. */
export interface Program {
  readonly name: 'pages' | 'desk';
  readonly madeFrom: readonly string[];
  readonly stamp: string;
}

const common = ['shared', 'resources/locales', 'package-lock.json', 'scripts/build.ts'];
export const pages: Program = { name: 'pages', madeFrom: ['renderer', 'vite.config.ts', ...common], stamp: 'dist/.pages-built' };
export const desk: Program = { name: 'desk', madeFrom: ['electron', 'hub', ...common], stamp: 'dist/.desk-built' };

/** Whether a source was changed, added, moved or deleted (a folder's own time tells) since the program was built. */
export function isStale(program: Program, folder = root): boolean {
  const modifiedAt = (path: string): number => statSync(join(folder, path)).mtimeMs;
  if (!existsSync(join(folder, program.stamp))) return true;
  const builtAt = modifiedAt(program.stamp);
  const sources = program.madeFrom.flatMap((source) => [source, ...globSync(`${source}/**`, { cwd: folder })]);
  return sources.some((path) => modifiedAt(path) > builtAt);
}
