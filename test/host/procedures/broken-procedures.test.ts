import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readProcedureLibrary } from '../../../electron/host/procedures/procedure-library.ts';
import { brokenProcedureSchema, catalogueWithBroken } from '../broken-folder.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/broken-procedures');
const broken = readdirSync(fixtures).map((name) => brokenProcedureSchema.parse(JSON.parse(readFileSync(join(fixtures, name), 'utf8'))));

it.each(broken)('$what', (fixture) => {
  const library = readProcedureLibrary(catalogueWithBroken(fixture), () => '2026-11-22');
  const setAside = fixture.setAside ?? true;
  expect(library.list().map((entry) => entry.procedure.id)).toEqual(setAside ? ['working'] : ['sample', 'working']);
  expect(library.troubles()).toEqual([{ folder: 'sample', setAside, problems: fixture.expect }]);
});
