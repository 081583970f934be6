import { factProblem } from './fact-problem.ts';
import { evaluateRun } from './procedure-run.ts';
import type { Procedure } from './procedure.ts';
import type { RunState } from './run-state.ts';
import type { Vector } from './vectors.ts';

/** The state a vector describes; nothing is done yet and no block passed. */
export function vectorState(vector: Vector): RunState {
  return {
    facts: vector.facts,
    documents: vector.documents ?? [],
    people: vector.people ?? [{ id: 'main', role: 'main' }],
    doneSteps: [],
    passedBlocks: [],
    sent: vector.sent ?? [],
  };
}

/**
 * Puts a vector's facts before the engine. One sentence for each thing the engine says otherwise than the vector, and for
 * each input a desk would never accept; none when all is well.
 */
export function vectorDifferences(procedure: Procedure, vector: Vector): readonly string[] {
  const view = evaluateRun(procedure, vectorState(vector), vector.today);
  const { expect } = vector;
  const certain = view.steps.filter((step) => step.state !== 'possible').map((step) => step.id);
  const days = (found: readonly { id: string; date: string }[]) => found.map(({ id, date }) => `${id} on ${date}`);
  const wanted = (record: Readonly<Record<string, string>>) => Object.entries(record).map(([id, date]) => `${id} on ${date}`);
  return [
    ...inputProblems(procedure, vector),
    ...difference('steps', expect.steps, certain),
    ...difference('documents', expect.documents, view.documents.map((need) => `${need.document}/${need.subject}`)),
    ...difference('blocks', expect.blocks, view.blocks.map((block) => block.id)),
    ...difference('deadlines', wanted(expect.deadlines).sort(), days(view.deadlines).sort()),
    ...difference('outcome', outcomeText(expect.outcome), outcomeText(view.outcome)),
    ...difference('follow-ups', wanted(expect.followUps).sort(), view.followUps.map(({ id, due }) => `${id} on ${due}`).sort()),
  ];
}

const outcomeText = (outcome: { id: string; is: string } | null | undefined) => (outcome ? [`${outcome.id} (${outcome.is})`] : []);

function difference(what: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  if (wanted.join('\n') === found.join('\n')) return [];
  const missing = wanted.filter((item) => !found.includes(item));
  const surplus = found.filter((item) => !wanted.includes(item));
  const parts = [
    ...(missing.length > 0 ? [`expected ${missing.join(', ')}`] : []),
    ...(surplus.length > 0 ? [`the engine says ${surplus.join(', ')}`] : []),
  ];
  return [`${what}: ${parts.length > 0 ? parts.join('; ') : `the engine's order is ${found.join(', ')}`}.`];
}

function inputProblems(procedure: Procedure, vector: Vector): readonly string[] {
  const facts = Object.entries(vector.facts).flatMap(([id, value]) => {
    const fact = procedure.facts.find((candidate) => candidate.id === id);
    const problem = fact === undefined ? 'unknown fact' : factProblem(fact, value, vector.today);
    return problem === undefined ? [] : [`fact ${id}: ${problem}.`];
  });
  const marks = (vector.documents ?? []).filter((mark) => !procedure.documents.some((document) => document.id === mark.document));
  const strange = (vector.sent ?? []).filter((id) => !procedure.steps.some((step) => step.id === id && step.kind === 'submission'));
  return [...facts, ...marks.map((mark) => `document ${mark.document}: unknown document.`), ...strange.map((id) => `sent ${id}: no such submission.`)];
}
