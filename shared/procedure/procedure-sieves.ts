import type { z } from 'zod';
import { parseJson } from './problems/json-sieve.ts';
import { definitionFile, italianFile } from './procedure-problem.ts';
import type { ProcedureProblem } from './procedure-problem.ts';
import { meaningProblems } from './procedure-problems.ts';
import { procedureTextsSchema } from './procedure-texts.ts';
import type { ProcedureTexts } from './procedure-texts.ts';
import { procedureSchema } from './procedure.ts';
import type { Procedure } from './procedure.ts';
import { reachProblems } from './problems/reach-problems.ts';
import { schemaProblems } from './problems/schema-sieve.ts';

export interface SievedProcedure {
  /** Both files when every sieve let them through; warnings do not hold them back. */
  readonly passed: { readonly procedure: Procedure; readonly texts: ProcedureTexts } | undefined;
  readonly problems: readonly ProcedureProblem[];
}

/**
 * The end of the third sieve: what no run can ever bring up. It searches, which takes tens of milliseconds, so it stands
 * apart from the rest; asked only of what passed, for a search needs its references in order.
 */
export function sieveReach(sieved: SievedProcedure): SievedProcedure {
  const unreachable = sieved.passed === undefined ? [] : reachProblems(sieved.passed.procedure);
  return unreachable.length === 0 ? sieved : { passed: undefined, problems: [...sieved.problems, ...unreachable] };
}

/**
 * The three sieves over the two files of a folder: JSON, strict schema, meaning. A coarser sieve that stops a file spares
 * the finer ones, which could only repeat it. `sieveReach` completes the third.
 * @param folder the folder's name, which the procedure's id must match
 */
export function sieveProcedure(folder: string, files: { readonly definition: string; readonly italian: string }): SievedProcedure {
  const definition = sieveFile(definitionFile, files.definition, procedureSchema);
  const italian = sieveFile(italianFile, files.italian, procedureTextsSchema);
  if (definition.value === undefined || italian.value === undefined) {
    return { passed: undefined, problems: [...definition.problems, ...italian.problems] };
  }
  const problems = meaningProblems(folder, definition.value, italian.value);
  const stopped = problems.some((problem) => problem.kind === 'error');
  return { passed: stopped ? undefined : { procedure: definition.value, texts: italian.value }, problems };
}

function sieveFile<T>(file: string, text: string, schema: z.ZodType<T>): { readonly value: T | undefined; readonly problems: readonly ProcedureProblem[] } {
  const json = parseJson(file, text);
  if (json.problems.length > 0) return { value: undefined, problems: json.problems };
  const parsed = schema.safeParse(json.value);
  return parsed.success ? { value: parsed.data, problems: [] } : { value: undefined, problems: schemaProblems(file, json.value, parsed.error) };
}
