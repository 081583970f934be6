import { Temporal } from 'temporal-polyfill';
import type { DocumentState } from '../../../shared/procedure/condition-schema.ts';
import { indexOf } from '../../../shared/procedure/procedure-index.ts';
import { evaluateRun, nextStep } from '../../../shared/procedure/procedure-run.ts';
import type { Fact, Procedure, Step } from '../../../shared/procedure/procedure.ts';
import type { DocumentMark, Facts, FactValue, RunState } from '../../../shared/procedure/run-state.ts';
import type { RunView } from '../../../shared/procedure/run-view.ts';
import type { Outcome } from '../../../shared/session/closed-lists.ts';
import type { Chance } from './chance.ts';

/** One way through a procedure, taken on one day. The person it is about is called `main`. */
export interface Walk {
  readonly day: string;
  readonly steps: readonly { readonly step: string; readonly facts: Facts }[];
  readonly documents: readonly DocumentMark[];
  /** Steps at which something was sent on a portal, with the numbers that came back. */
  readonly submissions: readonly Step[];
  readonly outcome: Outcome;
}

/** Answers a procedure at random until its end, or until a block stops it. */
export function walkThrough(procedure: Procedure, chance: Chance, day: string): Walk {
  const steps: { step: string; facts: Facts }[] = [];
  let state: RunState = { facts: {}, documents: [], people: [{ id: 'main', role: 'main' }], doneSteps: [], passedBlocks: [], sent: [] };
  let view = evaluateRun(procedure, state, day);
  for (let step = nextStep(view, ''); step !== undefined && steps.length < procedure.steps.length; step = nextStep(view, step)) {
    const facts = answers(procedure, step, state.facts, chance, day);
    steps.push({ step, facts });
    state = { ...state, facts: { ...state.facts, ...facts }, doneSteps: [...state.doneSteps, step], documents: marks(view, state.documents, chance), sent: sentAfter(procedure, step, state.sent) };
    view = evaluateRun(procedure, state, day);
    if (view.blocks.some((block) => block.stops)) break;
  }
  const sent = steps.flatMap(({ step }) => indexOf(procedure).steps.get(step) ?? []).filter(({ kind }) => kind === 'submission');
  return { day, steps, documents: state.documents, submissions: sent, outcome: view.outcome?.is ?? (sent.length > 0 ? 'submitted' : 'info-only') };
}

const sentAfter = (procedure: Procedure, step: string, before: readonly string[]): readonly string[] =>
  indexOf(procedure).steps.get(step)?.kind === 'submission' ? [...before, step] : before;

/** The same way through, on another day: every date moves along. */
export function walkOn(walk: Walk, procedure: Procedure, day: string): Walk {
  const days = Temporal.PlainDate.from(walk.day).until(day, { largestUnit: 'days' }).days;
  const moved = (facts: Facts): Facts =>
    Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, indexOf(procedure).facts.get(id)?.type === 'date' ? shift(value, days) : value]));
  return { ...walk, day, steps: walk.steps.map(({ step, facts }) => ({ step, facts: moved(facts) })) };
}

const shift = (value: FactValue, days: number): FactValue =>
  typeof value === 'string' ? Temporal.PlainDate.from(value).add({ days }).toString() : value;

function answers(procedure: Procedure, step: string, known: Facts, chance: Chance, day: string): Facts {
  const { steps, facts } = indexOf(procedure);
  const asked = (steps.get(step)?.facts ?? []).flatMap((id) => facts.get(id) ?? []);
  return Object.fromEntries(asked.map((fact) => [fact.id, known[fact.id] ?? answer(fact, chance, day)]));
}

function answer(fact: Fact, chance: Chance, day: string): FactValue {
  switch (fact.type) {
    case 'yes-no':
      return chance.percent(50);
    case 'choice':
      return fact.options?.[chance.between(0, fact.options.length - 1)] ?? null;
    case 'date':
      return Temporal.PlainDate.from(day).add({ days: (fact.never === 'past' ? 1 : -1) * chance.between(0, 60) }).toString();
    case 'province':
      return chance.pick(['MI', 'BG', 'BS', 'PV', 'CR']);
    case 'count':
      return Math.min(fact.max ?? 3, (fact.min ?? 0) + chance.between(0, 3));
  }
}

/** A mark on every paper asked for so far that has none. */
function marks(view: RunView, before: readonly DocumentMark[], chance: Chance): readonly DocumentMark[] {
  const fresh = view.documents.filter(({ state }) => state === undefined);
  return [...before, ...fresh.map(({ document, subject }) => ({ document, subject, state: mark(chance) }))];
}

const mark = (chance: Chance): DocumentState => (chance.percent(82) ? 'seen' : chance.pick(['missing', 'missing', 'cannot-find', 'not-needed']));
