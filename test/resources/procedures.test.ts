import { describe, expect, it } from 'vitest';
import { sieveProcedure, sieveReach } from '../../shared/procedure/procedure-sieves.ts';
import { uncovered } from '../../shared/procedure/vector-coverage.ts';
import { vectorDifferences } from '../../shared/procedure/vector-run.ts';
import { vectorsSchema } from '../../shared/procedure/vectors.ts';
import { procedureFolders, readProcedureText } from './catalogue.ts';
import { survivors } from './mutants.ts';

it('there are procedures', () => expect(procedureFolders.length).toBeGreaterThan(0));

describe.each(procedureFolders)('procedure %s', (folder) => {
  const sieved = sieveReach(sieveProcedure(folder, { definition: readProcedureText(folder, 'procedure.json'), italian: readProcedureText(folder, 'it.json') }));
  const vectors = vectorsSchema.parse(JSON.parse(readProcedureText(folder, 'vectors.json')));
  const procedure = () => {
    if (sieved.passed === undefined) throw new Error('held back by a sieve');
    return sieved.passed.procedure;
  };

  it('goes through every sieve without a remark', () => expect(sieved.problems).toEqual([]));

  it.each(vectors)('vector: $name', (vector) => expect(vectorDifferences(procedure(), vector)).toEqual([]));

  it('shows with its vectors every condition both ways, every option, outcome and edge', () => expect(uncovered(procedure(), vectors)).toEqual([]));

  it('has a vector that notices each small change to a condition or a deadline', () =>
    expect(survivors(procedure(), vectors)).toEqual([]));
});
