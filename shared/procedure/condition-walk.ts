import { comparisonOf } from './condition.ts';
import type { Condition, DateExpression } from './condition-schema.ts';
import { indexOf } from './procedure-index.ts';
import { perProcedure } from './per-procedure.ts';
import type { Procedure } from './procedure.ts';

export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

/** Whose condition it is; `step` is the place in the order of steps, for what belongs to one. */
export interface PlacedCondition {
  readonly place: string;
  readonly kind: 'condition' | 'document' | 'step' | 'block' | 'deadline' | 'outcome' | 'follow-up';
  readonly id: string;
  readonly step: number | undefined;
  readonly condition: Condition;
}

/** Every condition of a procedure, with where it stands. */
export const conditionsOf: (procedure: Procedure) => readonly PlacedCondition[] = perProcedure((procedure) => {
  const placed = (kind: PlacedCondition['kind'], place: string, item: { id: string; when?: Condition | undefined }, step?: number) =>
    item.when === undefined ? [] : [{ place: `${place}.${item.id}.when`, kind, id: item.id, step, condition: item.when }];
  const named = Object.entries(procedure.conditions ?? {});
  return [
    ...named.map(([id, condition]): PlacedCondition => ({ place: `conditions.${id}`, kind: 'condition', id, step: undefined, condition })),
    ...procedure.documents.flatMap((document) => placed('document', 'documents', document)),
    ...procedure.steps.flatMap((step, at) => [
      ...placed('step', 'steps', step, at),
      ...(step.blocks ?? []).flatMap((block) => placed('block', `steps.${step.id}.blocks`, block, at)),
    ]),
    ...procedure.deadlines.flatMap((deadline) => placed('deadline', 'deadlines', deadline)),
    ...procedure.outcomes.flatMap((outcome) => placed('outcome', 'outcomes', outcome)),
    ...procedure.followUps.flatMap((followUp) => placed('follow-up', 'followUps', followUp)),
  ];
});

export interface PlacedLeaf {
  readonly place: string;
  readonly leaf: Leaf;
}

/** The comparisons a condition is made of, in the order they are written. */
export function leavesOf(condition: Condition, place = ''): readonly PlacedLeaf[] {
  if ('all' in condition) return condition.all.flatMap((part, at) => leavesOf(part, `${place}.all.${at}`));
  if ('any' in condition) return condition.any.flatMap((part, at) => leavesOf(part, `${place}.any.${at}`));
  if ('not' in condition) return leavesOf(condition.not, `${place}.not`);
  return [{ place, leaf: condition }];
}

/** Every comparison of a procedure, whatever condition it is part of. */
export const allLeavesOf: (procedure: Procedure) => readonly Leaf[] = perProcedure((procedure) =>
  conditionsOf(procedure).flatMap(({ condition }) => leavesOf(condition).map(({ leaf }) => leaf)),
);

/** The two days a date leaf compares; none for other leaves. */
export function daysComparedBy(leaf: Leaf): readonly DateExpression[] {
  return 'date' in leaf ? [leaf.date, comparisonOf(leaf).other] : [];
}

/** One thing a condition, a day or a deadline hangs on. */
export interface Use {
  readonly kind: 'fact' | 'document' | 'deadline' | 'condition' | 'table' | 'step';
  readonly id: string;
}

/** What a condition names itself, not what those things hang on in turn. */
export function usesOf(condition: Condition | undefined): readonly Use[] {
  return condition === undefined ? [] : leavesOf(condition).flatMap(({ leaf }) => usesOfLeaf(leaf));
}

function usesOfLeaf(leaf: Leaf): readonly Use[] {
  if ('is' in leaf) return [{ kind: 'condition', id: leaf.is }];
  if ('document' in leaf) return [{ kind: 'document', id: leaf.document }];
  if ('sent' in leaf) return [{ kind: 'step', id: leaf.sent }];
  if ('date' in leaf) return daysComparedBy(leaf).flatMap(usesOfDay);
  return [{ kind: 'fact', id: leaf.fact }];
}

/** What a day names itself. */
export function usesOfDay(day: DateExpression): readonly Use[] {
  if (typeof day === 'string') return [];
  if ('fact' in day) return [{ kind: 'fact', id: day.fact }];
  if ('deadline' in day) return [{ kind: 'deadline', id: day.deadline }];
  return [
    { kind: 'table', id: day.lookup },
    { kind: 'fact', id: day.key },
  ];
}

/** What one use hangs on in turn: a fact on the steps that ask it is not counted here (see circles). */
export function usesBehind(procedure: Procedure, use: Use): readonly Use[] {
  switch (use.kind) {
    case 'condition':
      return usesOf(procedure.conditions?.[use.id]);
    case 'deadline':
      return procedure.deadlines.filter(({ id }) => id === use.id).flatMap(({ when, from }) => [...usesOf(when), ...usesOfDay(from)]);
    case 'step':
      return usesOf(indexOf(procedure).steps.get(use.id)?.when);
    case 'fact':
    case 'document':
    case 'table':
      return [];
  }
}

/** The facts, documents and sendings a condition hangs on, through named conditions and deadlines; circles are walked once. */
export function inputsOf(procedure: Procedure, condition: Condition): readonly Use[] {
  const seen = new Map<string, Use>();
  const visit = (use: Use): void => {
    const key = `${use.kind} ${use.id}`;
    if (seen.has(key)) return;
    seen.set(key, use);
    usesBehind(procedure, use).forEach(visit);
  };
  usesOf(condition).forEach(visit);
  return [...seen.values()].filter((use) => use.kind === 'fact' || use.kind === 'document' || use.kind === 'step');
}
