import type { z } from 'zod';
import { problemCodes } from '../procedure-problem.ts';
import type { ProblemCode, ProcedureProblem } from '../procedure-problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Finding = Pick<ProcedureProblem, 'code' | 'details'>;

/** Second sieve: the strict schema's complaints about a file, each at the place it is about. */
export function schemaProblems(file: string, value: unknown, error: z.ZodError): readonly ProcedureProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [])).map(({ path, ...finding }) => {
    const { place, found } = walkTo(value, path);
    const missing: Finding = { code: 'field-missing', details: {} };
    return { kind: 'error', file, place, ...(found === undefined ? missing : finding) };
  });
}

/** What stands at a path, and the path by ids where the file has them: `steps.who.when` rather than `steps.3.when`. */
function walkTo(value: unknown, path: Path): { readonly place: string; readonly found: unknown } {
  let here = value;
  const names = path.map((key) => {
    here = fieldOf(here, key);
    const id = fieldOf(here, 'id');
    return typeof key === 'number' && typeof id === 'string' ? id : String(key);
  });
  return { place: names.join('.').slice(0, 200), found: here };
}

const fieldOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

function problemsOf(issue: Issue, above: Path): readonly (Finding & { readonly path: Path })[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') return unionProblems(issue, path);
  return [{ path, ...findingOf(issue, path) }];
}

/** Of several shapes a value could have had, the one it comes closest to says what is wrong. */
function unionProblems(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path): ReturnType<typeof problemsOf> {
  const closest = issue.errors.toSorted((left, right) => distance(left) - distance(right))[0];
  const allowed = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values.map(String) : []));
  if (closest !== undefined && distance(closest) < foreign) return closest.flatMap((inner) => problemsOf(inner, path));
  return [{ path, ...(allowed.length > 0 ? { code: 'value-not-allowed', details: { allowed: allowed.join(', ') } } : { code: 'shape-malformed', details: {} }) }];
}

const foreign = 10;
const distance = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.path.length === 0 && issue.code !== 'custom' && issue.code !== 'invalid_format' ? foreign : 1), 0);

function findingOf(issue: Exclude<Issue, { code: 'invalid_union' }>, path: Path): Finding {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'field-wrong-kind', details: { expected: kindNames[issue.expected] ?? issue.expected } };
    case 'unrecognized_keys':
      return { code: 'field-unknown', details: { names: issue.keys.join(', ').slice(0, 100) } };
    case 'invalid_value':
      return path.length === 1 && path[0] === 'schema'
        ? { code: 'schema-newer', details: {} }
        : { code: 'value-not-allowed', details: { allowed: issue.values.map(String).join(', ') } };
    case 'too_small':
      return { code: 'value-too-short', details: { least: String(issue.minimum) } };
    case 'too_big':
      return { code: 'value-too-long', details: { most: String(issue.maximum) } };
    case 'invalid_format':
      return { code: formatCodes[issue.format] ?? namedCode(issue.message) ?? 'value-malformed', details: {} };
    case 'invalid_key':
    case 'invalid_element':
      return { code: 'key-malformed', details: {} };
    case 'not_multiple_of':
      return { code: 'value-malformed', details: {} };
    case 'custom':
      return { code: namedCode(issue.message) ?? 'value-malformed', details: {} };
  }
}

/** The schema's own rules give the code of their sentence as message. */
const namedCode = (message: string): ProblemCode | undefined => problemCodes.find((code) => code === message);

const formatCodes: Readonly<Record<string, ProblemCode>> = { date: 'date-malformed' };
const kindNames: Readonly<Record<string, string>> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: 'true o false',
  array: 'un elenco tra parentesi quadre',
  object: 'un oggetto tra parentesi graffe',
  record: 'un oggetto tra parentesi graffe',
};
