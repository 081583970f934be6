import { Temporal } from 'temporal-polyfill';
import { wrong } from '../procedure-problem.ts';
import type { ProcedureProblem } from '../procedure-problem.ts';
import type { Fact, Procedure } from '../procedure.ts';

/** Days and bounds that contradict one another. */
export function valueProblems(procedure: Procedure): readonly ProcedureProblem[] {
  return [...periodProblems(procedure), ...procedure.facts.flatMap(boundProblems), ...procedure.deadlines.flatMap(fixedDayProblems)];
}

function periodProblems(procedure: Procedure): readonly ProcedureProblem[] {
  const { validFrom, validTo, verifiedOn, reviewBy, amounts } = procedure;
  return [
    ...(validTo !== null && validFrom > validTo ? [wrong('validity-crossed', 'validTo')] : []),
    ...(reviewBy < verifiedOn ? [wrong('review-before-check', 'reviewBy')] : []),
    ...amounts.filter((amount) => amount.validFrom > amount.validTo).map(({ id }) => wrong('validity-crossed', `amounts.${id}.validTo`)),
    ...amounts.filter((amount) => amount.checkedOn > verifiedOn).map(({ id }) => wrong('checked-after-review', `amounts.${id}.checkedOn`)),
  ];
}

function boundProblems(fact: Fact): readonly ProcedureProblem[] {
  const misplaced = (field: 'min' | 'max' | 'never', type: Fact['type']) =>
    fact[field] !== undefined && fact.type !== type ? [wrong('bounds-misplaced', `facts.${fact.id}.${field}`, { field, type: fact.type })] : [];
  const crossed = fact.max !== undefined && (fact.min ?? 0) > fact.max ? [wrong('bounds-crossed', `facts.${fact.id}.max`)] : [];
  return [...misplaced('min', 'count'), ...misplaced('max', 'count'), ...misplaced('never', 'date'), ...crossed];
}

/** 29 February is a day of the year: it falls on the 28th where there is none. */
function fixedDayProblems({ id, rule }: Procedure['deadlines'][number]): readonly ProcedureProblem[] {
  if (!('on' in rule)) return [];
  try {
    Temporal.PlainMonthDay.from(rule.on);
    return [];
  } catch {
    return [wrong('day-not-in-calendar', `deadlines.${id}.rule.on`, { day: rule.on })];
  }
}
