import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { procedureTextsSchema } from '../../shared/procedure/procedure-texts.ts';
import { procedureSchema } from '../../shared/procedure/procedure.ts';

const catalogue = join(import.meta.dirname, '../../resources/procedures');
const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(catalogue, folder, file), 'utf8'));

/** Every question with a shared name, as each procedure puts it. */
const shared = readdirSync(catalogue).flatMap((folder) => {
  const { facts } = procedureSchema.parse(read(folder, 'procedure.json'));
  const texts = procedureTextsSchema.parse(read(folder, 'it.json'));
  return facts.flatMap(({ id, ...fact }) => (fact.sharedAs === undefined ? [] : [{ name: fact.sharedAs, folder, fact, words: texts.facts[id] }]));
});

it.each([...new Set(shared.map(({ name }) => name))])('an answer carried as %s answers the same question everywhere', (name) => {
  const [first, ...others] = shared.filter((question) => question.name === name);
  for (const { folder, fact, words } of others) expect({ folder, fact, words }).toEqual({ folder, fact: first?.fact, words: first?.words });
});
