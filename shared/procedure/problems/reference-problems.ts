import { conditionsOf, daysComparedBy, leavesOf, usesOfDay } from '../condition-walk.ts';
import type { Leaf, Use } from '../condition-walk.ts';
import type { DateExpression } from '../condition-schema.ts';
import { wrong } from '../procedure-problem.ts';
import type { ProblemCode, ProcedureProblem } from '../procedure-problem.ts';
import { deadlinesOf } from '../procedure.ts';
import type { Procedure } from '../procedure.ts';

type Names = Readonly<Record<Use['kind'] | 'amount' | 'source', ReadonlySet<string>>>;

/** Things named that do not exist, ids used twice, things listed twice, things no step brings up. */
export function referenceProblems(procedure: Procedure): readonly ProcedureProblem[] {
  const names = namesOf(procedure);
  return [...repeatedIds(procedure), ...stepReferences(procedure, names), ...otherReferences(procedure, names), ...conditionReferences(procedure, names), ...neverBroughtUp(procedure)];
}

function namesOf(procedure: Procedure): Names {
  const ids = (items: readonly { id: string }[]) => new Set(items.map((item) => item.id));
  return {
    fact: ids(procedure.facts),
    document: ids(procedure.documents),
    deadline: ids(procedure.deadlines),
    amount: ids(procedure.amounts),
    source: ids(procedure.sources),
    table: new Set(Object.keys(procedure.tables ?? {})),
    step: ids(procedure.steps.filter(({ kind }) => kind === 'submission')),
    condition: new Set(Object.keys(procedure.conditions ?? {})),
  };
}

const unknownCodes = {
  fact: 'unknown-fact',
  document: 'unknown-document',
  deadline: 'unknown-deadline',
  amount: 'unknown-amount',
  source: 'unknown-source',
  table: 'unknown-table',
  condition: 'unknown-condition',
  step: 'not-a-submission',
} as const satisfies Record<keyof Names, ProblemCode>;

const unknown = (names: Names, kind: keyof Names, id: string, place: string): readonly ProcedureProblem[] =>
  names[kind].has(id) ? [] : [wrong(unknownCodes[kind], place, { id })];

function repeatedIds(procedure: Procedure): readonly ProcedureProblem[] {
  const blocks = procedure.steps.flatMap((step) => step.blocks ?? []);
  const { facts, documents, steps, deadlines, amounts, outcomes, followUps, sources } = procedure;
  const groups = { facts, documents, steps, blocks, deadlines, amounts, outcomes, followUps, sources };
  return Object.entries(groups).flatMap(([group, items]) => repeated(items.map((item) => item.id)).map((id) => wrong('id-repeated', `${group}.${id}`, { id })));
}

const repeated = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

function stepReferences(procedure: Procedure, names: Names): readonly ProcedureProblem[] {
  return procedure.steps.flatMap((step) => {
    const lists = { fact: step.facts, document: step.documents, deadline: step.deadlines, amount: step.amounts };
    const places = { fact: 'facts', document: 'documents', deadline: 'deadlines', amount: 'amounts' };
    return (['fact', 'document', 'deadline', 'amount'] as const).flatMap((kind) => {
      const place = `steps.${step.id}.${places[kind]}`;
      const listed = lists[kind] ?? [];
      return [...listed.flatMap((id) => unknown(names, kind, id, place)), ...repeated(listed).map((id) => wrong('listed-twice', place, { id }))];
    });
  });
}

function otherReferences(procedure: Procedure, names: Names): readonly ProcedureProblem[] {
  const blocks = procedure.steps.flatMap((step) => (step.blocks ?? []).map((block) => ({ ...block, place: `steps.${step.id}.blocks.${block.id}` })));
  return [
    ...blocks.flatMap(({ source, place }) => (source === undefined ? [] : unknown(names, 'source', source, `${place}.source`))),
    ...procedure.deadlines.flatMap(({ id, source }) => unknown(names, 'source', source, `deadlines.${id}.source`)),
    ...procedure.amounts.flatMap(({ id, source }) => unknown(names, 'source', source, `amounts.${id}.source`)),
    ...procedure.followUps.flatMap(({ id, due }) => deadlinesOf(due).flatMap((deadline) => unknown(names, 'deadline', deadline, `followUps.${id}.due`))),
    ...procedure.deadlines.flatMap(({ id, from }) => dayReferences(from, `deadlines.${id}.from`, procedure, names)),
    ...procedure.facts.flatMap(({ id, options }) => repeated(options ?? []).map((option) => wrong('listed-twice', `facts.${id}.options`, { id: option }))),
  ];
}

function conditionReferences(procedure: Procedure, names: Names): readonly ProcedureProblem[] {
  return conditionsOf(procedure).flatMap(({ condition, place }) =>
    leavesOf(condition, place).flatMap(({ leaf, place: at }) => leafReferences(leaf, at, procedure, names)),
  );
}

function leafReferences(leaf: Leaf, place: string, procedure: Procedure, names: Names): readonly ProcedureProblem[] {
  if ('sent' in leaf) return unknown(names, 'step', leaf.sent, place);
  if ('is' in leaf) return unknown(names, 'condition', leaf.is, place);
  if ('document' in leaf) return unknown(names, 'document', leaf.document, place);
  if ('date' in leaf) return daysComparedBy(leaf).flatMap((day) => dayReferences(day, place, procedure, names));
  return unknown(names, 'fact', leaf.fact, place);
}

/** A day from a fact needs a date; a table is looked up with a province or a choice. */
function dayReferences(day: DateExpression, place: string, procedure: Procedure, names: Names): readonly ProcedureProblem[] {
  const missing = usesOfDay(day).flatMap((use) => unknown(names, use.kind, use.id, place));
  if (missing.length > 0 || typeof day === 'string' || 'deadline' in day) return missing;
  const id = 'fact' in day ? day.fact : day.key;
  const type = procedure.facts.find((fact) => fact.id === id)?.type;
  if ('fact' in day) return type === 'date' ? [] : [wrong('not-a-date-fact', place, { id })];
  return type === 'province' || type === 'choice' ? [] : [wrong('key-not-listable', place, { id })];
}

function neverBroughtUp(procedure: Procedure): readonly ProcedureProblem[] {
  const facts = new Set(procedure.steps.flatMap((step) => step.facts ?? []));
  const documents = new Set(procedure.steps.flatMap((step) => step.documents ?? []));
  return [
    ...procedure.facts.filter(({ id }) => !facts.has(id)).map(({ id }) => wrong('in-no-step', `facts.${id}`, { id })),
    ...procedure.documents.filter(({ id }) => !documents.has(id)).map(({ id }) => wrong('in-no-step', `documents.${id}`, { id })),
  ];
}
