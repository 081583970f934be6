import { conditionsOf, inputsOf, usesBehind, usesOf } from '../condition-walk.ts';
import type { PlacedCondition, Use } from '../condition-walk.ts';
import { indexOf } from '../procedure-index.ts';
import { wrong } from '../procedure-problem.ts';
import type { ProcedureProblem } from '../procedure-problem.ts';
import type { Procedure } from '../procedure.ts';

/** Conditions on what is only asked later, and things that hang on themselves. */
export function orderProblems(procedure: Procedure): readonly ProcedureProblem[] {
  return [...conditionsOf(procedure).flatMap((placed) => lateProblems(placed, procedure)), ...circles(procedure)];
}

/**
 * A step needs its answers from steps before it, a block from its own step or before, a paper at the latest in the last
 * step that lists it. Deadlines, outcomes and follow-ups are looked at throughout, so nothing is too late for them.
 */
function lateProblems(placed: PlacedCondition, procedure: Procedure): readonly ProcedureProblem[] {
  const latest = latestStep(placed, procedure);
  if (latest === undefined) return [];
  return inputsOf(procedure, placed.condition).flatMap((use) => {
    const first = firstStep(use, procedure);
    if (first < 0 || first <= latest) return [];
    return [wrong(use.kind === 'fact' ? 'asked-too-late' : use.kind === 'step' ? 'sent-too-late' : 'listed-too-late', placed.place, { id: use.id })];
  });
}

function latestStep(placed: PlacedCondition, procedure: Procedure): number | undefined {
  switch (placed.kind) {
    case 'step':
      return placed.step === undefined ? undefined : placed.step - 1;
    case 'block':
      return placed.step;
    case 'document':
      return procedure.steps.findLastIndex((step) => step.documents?.includes(placed.id) === true);
    case 'condition':
    case 'deadline':
    case 'outcome':
    case 'follow-up':
      return undefined;
  }
}

function firstStep({ kind, id }: Use, procedure: Procedure): number {
  if (kind === 'step') return procedure.steps.findIndex((step) => step.id === id);
  return procedure.steps.findIndex((step) => (kind === 'fact' ? step.facts : step.documents)?.includes(id) === true);
}

/** Each circle once, told by the ids it goes through. */
function circles(procedure: Procedure): readonly ProcedureProblem[] {
  const settled = new Set<string>();
  const found: ProcedureProblem[] = [];
  const visit = (node: Use, path: readonly Use[]): void => {
    const at = path.findIndex((other) => keyOf(other) === keyOf(node));
    if (at >= 0) found.push(circleProblem([...path.slice(at), node]));
    if (at >= 0 || settled.has(keyOf(node))) return;
    for (const next of behind(procedure, node)) visit(next, [...path, node]);
    settled.add(keyOf(node));
  };
  for (const node of startingPoints(procedure)) visit(node, []);
  return found;
}

const keyOf = (node: Use) => `${node.kind} ${node.id}`;

function startingPoints(procedure: Procedure): readonly Use[] {
  return [
    ...procedure.steps.map(({ id }): Use => ({ kind: 'step', id })),
    ...procedure.deadlines.map(({ id }): Use => ({ kind: 'deadline', id })),
    ...Object.keys(procedure.conditions ?? {}).map((id): Use => ({ kind: 'condition', id })),
    ...procedure.documents.map(({ id }): Use => ({ kind: 'document', id })),
  ];
}

/** A step hangs on its condition, a fact on the steps that ask it, a paper on its condition and the steps that list it. */
function behind(procedure: Procedure, node: Use): readonly Use[] {
  const { steps, documents, stepsAsking, stepsListing } = indexOf(procedure);
  const asSteps = (of: readonly { id: string }[] | undefined): Use[] => (of ?? []).map(({ id }) => ({ kind: 'step', id }));
  switch (node.kind) {
    case 'step':
      return usesOf(steps.get(node.id)?.when);
    case 'fact':
      return asSteps(stepsAsking.get(node.id));
    case 'document':
      return [...asSteps(stepsListing.get(node.id)), ...usesOf(documents.get(node.id)?.when)];
    case 'condition':
    case 'deadline':
    case 'table':
      return usesBehind(procedure, node);
  }
}

const sections: Readonly<Record<Use['kind'], string>> = {
  step: 'steps',
  fact: 'facts',
  document: 'documents',
  deadline: 'deadlines',
  condition: 'conditions',
  table: 'tables',
};

const circleProblem = (path: readonly Use[]): ProcedureProblem =>
  wrong('circular', path[0] ? `${sections[path[0].kind]}.${path[0].id}` : '', { circle: path.map((node) => node.id).join(' → ') });
