import { allLeavesOf, conditionsOf } from '../../shared/procedure/condition-walk.ts';
import { vectorDifferences } from '../../shared/procedure/vector-run.ts';
import type { Procedure } from '../../shared/procedure/procedure.ts';
import type { Vector } from '../../shared/procedure/vectors.ts';

interface Mutant {
  readonly name: string;
  readonly procedure: Procedure;
}

/** Wrong procedures, each one step away from the right one, that no vector tells from it. */
export function survivors(procedure: Procedure, vectors: readonly Vector[]): readonly string[] {
  const alive = (mutated: Mutant) => vectors.every((vector) => vectorDifferences(mutated.procedure, vector).length === 0);
  return mutantsOf(procedure).filter(alive).map(({ name }) => name);
}

/** Every condition and every comparison in it turned round, every boundary moved to the other side, every deadline a day off. */
function mutantsOf(procedure: Procedure): readonly Mutant[] {
  return [
    ...conditionsOf(procedure).map(({ place }, at) => mutant(procedure, `${place} turned round`, (copy) => turnRound(conditionsOf(copy)[at]?.condition))),
    ...allLeavesOf(procedure).map((leaf, at) => mutant(procedure, `${JSON.stringify(leaf)} (${at}) turned round`, (copy) => turnRound(allLeavesOf(copy)[at]))),
    ...allLeavesOf(procedure).flatMap((leaf, at) =>
      Object.keys(leaf).flatMap((key) => {
        const other = otherSide[key];
        return other === undefined ? [] : mutant(procedure, `${JSON.stringify(leaf)} (${at}) as ${other}`, (copy) => rename(allLeavesOf(copy)[at], key, other));
      }),
    ),
    ...procedure.deadlines.map(({ id }, at) => mutant(procedure, `deadline ${id} moved`, (copy) => moveDeadline(copy.deadlines[at]))),
    ...procedure.followUps.map(({ id }, at) => mutant(procedure, `follow-up ${id} moved`, (copy) => moveFollowUp(copy.followUps[at]))),
  ];
}

function mutant(procedure: Procedure, name: string, change: (copy: Procedure) => void): Mutant {
  const copy = structuredClone(procedure);
  change(copy);
  return { name, procedure: copy };
}

const otherSide: Readonly<Record<string, string>> = {
  lt: 'lte',
  lte: 'lt',
  gt: 'gte',
  gte: 'gt',
  before: 'onOrBefore',
  onOrBefore: 'before',
  after: 'onOrAfter',
  onOrAfter: 'after',
};

/** In place, so that it stays where it is in its procedure. */
function turnRound(condition: object | undefined): void {
  if (condition === undefined) return;
  const before = { ...condition };
  for (const key of Object.keys(condition)) Reflect.deleteProperty(condition, key);
  Object.assign(condition, { not: before });
}

function rename(leaf: object | undefined, key: string, other: string): void {
  if (leaf === undefined) return;
  Object.assign(leaf, { [other]: Reflect.get(leaf, key) });
  Reflect.deleteProperty(leaf, key);
}

function moveDeadline(deadline: Procedure['deadlines'][number] | undefined): void {
  if (deadline === undefined) return;
  const { rule } = deadline;
  if ('add' in rule) rule.add = { ...rule.add, days: (rule.add.days ?? 0) + 1 };
  else if ('on' in rule) rule.yearsLater += 1;
  else rule.firstOfMonth += 1;
}

function moveFollowUp(followUp: Procedure['followUps'][number] | undefined): void {
  if (followUp === undefined) return;
  if ('after' in followUp.due) followUp.due.after = { ...followUp.due.after, days: (followUp.due.after.days ?? 0) + 1 };
  else followUp.due = { after: { days: 4000 } };
}
