import { isProvinceCode } from '../../settings/provinces.ts';
import { conditionsOf, daysComparedBy, leavesOf } from '../condition-walk.ts';
import type { Leaf } from '../condition-walk.ts';
import type { DateExpression } from '../condition-schema.ts';
import { wrong } from '../procedure-problem.ts';
import type { ProcedureProblem } from '../procedure-problem.ts';
import type { Fact, Procedure } from '../procedure.ts';

/** Comparisons that make no sense for the type of their fact, options and provinces that do not exist. */
export function comparisonProblems(procedure: Procedure): readonly ProcedureProblem[] {
  const facts = new Map(procedure.facts.map((fact) => [fact.id, fact]));
  const leaves = conditionsOf(procedure).flatMap(({ condition, place }) => leavesOf(condition, place));
  const days = [
    ...leaves.flatMap(({ leaf, place }) => daysComparedBy(leaf).map((day) => ({ day, place }))),
    ...procedure.deadlines.map(({ id, from }) => ({ day: from, place: `deadlines.${id}.from` })),
  ];
  return [...leaves.flatMap(({ leaf, place }) => leafProblems(leaf, place, facts)), ...tableProblems(days, procedure, facts)];
}

function leafProblems(leaf: Leaf, place: string, facts: ReadonlyMap<string, Fact>): readonly ProcedureProblem[] {
  const fact = 'fact' in leaf ? facts.get(leaf.fact) : undefined;
  if (fact === undefined || 'known' in leaf) return [];
  const fits = comparable(leaf, fact);
  if (!fits) return [wrong('wrong-comparison', place, { id: fact.id, type: fact.type })];
  const named = 'in' in leaf ? leaf.in : 'eq' in leaf ? [leaf.eq] : [];
  return named.flatMap((value) => nameProblems(String(value), place, fact));
}

function comparable(leaf: Leaf, fact: Fact): boolean {
  switch (fact.type) {
    case 'yes-no':
      return 'eq' in leaf && typeof leaf.eq === 'boolean';
    case 'choice':
    case 'province':
      return 'in' in leaf || ('eq' in leaf && typeof leaf.eq === 'string');
    case 'count':
      return 'eq' in leaf ? typeof leaf.eq === 'number' : !('in' in leaf);
    case 'date':
      return false;
  }
}

function nameProblems(name: string, place: string, fact: Fact): readonly ProcedureProblem[] {
  if (fact.type === 'choice' && fact.options?.includes(name) !== true) return [wrong('unknown-option', place, { option: name, id: fact.id })];
  return fact.type === 'province' && !isProvinceCode(name) ? [wrong('unknown-province', place, { code: name })] : [];
}

/** The rows of a table must be answers its key can have. */
function tableProblems(days: readonly { day: DateExpression; place: string }[], procedure: Procedure, facts: ReadonlyMap<string, Fact>): readonly ProcedureProblem[] {
  const keys = days.flatMap(({ day }) => (typeof day !== 'string' && 'lookup' in day ? [`${day.lookup} ${day.key}`] : []));
  return [...new Set(keys)].flatMap((pair) => {
    const [table = '', key = ''] = pair.split(' ');
    const fact = facts.get(key);
    return fact === undefined ? [] : Object.keys(procedure.tables?.[table] ?? {}).flatMap((row) => nameProblems(row, `tables.${table}.${row}`, fact));
  });
}
