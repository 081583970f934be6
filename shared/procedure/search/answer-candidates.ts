import { provinces } from '../../settings/provinces.ts';
import { allLeavesOf } from '../condition-walk.ts';
import type { Leaf } from '../condition-walk.ts';
import { boundaryDays } from './day-candidates.ts';
import { addPeriod } from '../deadlines.ts';
import { factProblem } from '../fact-problem.ts';
import { perProcedure } from '../per-procedure.ts';
import type { Fact, Procedure } from '../procedure.ts';
import type { RunGround } from '../run-ground.ts';
import type { FactValue } from '../run-state.ts';

/** Answers that stand for all others, and whether they truly do: false when a boundary is not known yet. */
export interface Candidates {
  readonly values: readonly FactValue[];
  readonly complete: boolean;
}

/**
 * For a fact, one answer of every kind the procedure's conditions can tell apart: each option, the numbers and days at and
 * beside each boundary, a province of each row, "non so" where it is accepted.
 * @param ground where the other days a date is compared with are looked up
 */
export function answerCandidates(procedure: Procedure, fact: Fact, ground: RunGround): Candidates {
  if (fact.type !== 'date') return { values: fitting(fact, plainValues(procedure, fact), ground.today), complete: true };
  const { days, complete } = boundaryDays(procedure, `fact ${fact.id}`, ground);
  const beside = [-1, 1].map((offset) => addPeriod(ground.today, { days: offset }));
  return { values: fitting(fact, [ground.today, ...beside, ...days], ground.today), complete };
}

function fitting(fact: Fact, values: readonly FactValue[], today: string): readonly FactValue[] {
  return [...new Set([...values, null])].filter((value) => factProblem(fact, value, today) === undefined);
}

const memoryOf = perProcedure(() => new Map<string, readonly FactValue[]>());

function plainValues(procedure: Procedure, fact: Fact): readonly FactValue[] {
  const memory = memoryOf(procedure);
  const values = memory.get(fact.id) ?? computeValues(procedure, fact);
  memory.set(fact.id, values);
  return values;
}

function computeValues(procedure: Procedure, fact: Fact): readonly FactValue[] {
  switch (fact.type) {
    case 'yes-no':
      return [true, false];
    case 'choice':
      return fact.options ?? [];
    case 'province':
      return provinceValues(procedure, fact);
    case 'count':
      return countValues(procedure, fact);
    case 'date':
      return [];
  }
}

const leavesAbout = (procedure: Procedure, fact: Fact): readonly Leaf[] =>
  allLeavesOf(procedure).filter((leaf) => 'fact' in leaf && leaf.fact === fact.id);

function countValues(procedure: Procedure, fact: Fact): readonly number[] {
  const bounds = leavesAbout(procedure, fact).flatMap((leaf) => Object.values(leaf)).filter((value) => typeof value === 'number');
  return [fact.min ?? 0, fact.max ?? fact.min ?? 0, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])];
}

/** Provinces in the same rows of all tables are one and the same, but for those a comparison names. */
function provinceValues(procedure: Procedure, fact: Fact): readonly string[] {
  const named = leavesAbout(procedure, fact).flatMap((leaf) => ('in' in leaf ? leaf.in : 'eq' in leaf ? [String(leaf.eq)] : []));
  const tables = Object.values(procedure.tables ?? {});
  const unnamed = Object.keys(provinces).filter((code) => !named.includes(code));
  const kinds = new Map(unnamed.map((code) => [tables.map((table) => table[code]).join(), code]));
  return [...named, ...kinds.values()];
}
