import { isProvinceCode } from '../settings/provinces.ts';
import { isLocalDate } from './local-date.ts';
import type { Fact } from './procedure.ts';
import type { FactValue } from './run-state.ts';

/** Why an answer does not fit its question; the sentence belongs to the screen. */
const factProblems = [
  'not-known-not-allowed',
  'not-yes-no',
  'not-an-option',
  'not-a-date',
  'in-the-future',
  'in-the-past',
  'not-a-province',
  'not-a-count',
  'too-small',
  'too-large',
] as const;
export type FactProblem = (typeof factProblems)[number];

/**
 * What is wrong with an answer, or `undefined` when it fits.
 * @param today the desk's calendar day, `YYYY-MM-DD`: it bounds dates that may never be future or past
 */
export function factProblem(fact: Fact, value: FactValue, today: string): FactProblem | undefined {
  if (value === null) return fact.mayBeUnknown === true ? undefined : 'not-known-not-allowed';
  switch (fact.type) {
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'not-yes-no';
    case 'choice':
      return typeof value === 'string' && fact.options?.includes(value) === true ? undefined : 'not-an-option';
    case 'date':
      return dateProblem(fact, value, today);
    case 'province':
      return typeof value === 'string' && isProvinceCode(value) ? undefined : 'not-a-province';
    case 'count':
      return countProblem(fact, value);
  }
}

function dateProblem(fact: Fact, value: FactValue, today: string): FactProblem | undefined {
  if (!isLocalDate(value)) return 'not-a-date';
  if (fact.never === 'future' && value > today) return 'in-the-future';
  return fact.never === 'past' && value < today ? 'in-the-past' : undefined;
}

/** Without `min` a count starts at 0. */
function countProblem(fact: Fact, value: FactValue): FactProblem | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'not-a-count';
  if (value < (fact.min ?? 0)) return 'too-small';
  return fact.max !== undefined && value > fact.max ? 'too-large' : undefined;
}
