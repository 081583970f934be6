import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import { documentStates } from '../../shared/procedure/condition-schema.ts';
import type { DocumentState } from '../../shared/procedure/condition-schema.ts';
import { addPeriod } from '../../shared/procedure/deadlines.ts';
import { indexOf } from '../../shared/procedure/procedure-index.ts';
import { evaluateRun, nextStep } from '../../shared/procedure/procedure-run.ts';
import type { Fact, Procedure, Step } from '../../shared/procedure/procedure.ts';
import type { ProcedureTexts } from '../../shared/procedure/procedure-texts.ts';
import type { DocumentMark, Facts, FactValue, RunState } from '../../shared/procedure/run-state.ts';
import { outcomes } from '../../shared/session/closed-lists.ts';
import type { Outcome } from '../../shared/session/closed-lists.ts';
import { foreseenOutcome } from '../../shared/session/foreseen-outcome.ts';
import type { RunRecord, RunScreen, Submission } from '../../shared/session/session-view.ts';

/** A run as a clerk leads it, drawn as it goes. */
interface Walk {
  readonly procedure: Procedure;
  readonly today: string;
  readonly chance: GeneratorValue;
  readonly submissions: readonly Submission[];
  readonly state: RunState;
}

/** Days around the limits of 15, 30, 68, 90 and 120 days, and far from them. */
const offsets = [-500, -121, -120, -91, -90, -69, -68, -67, -31, -30, -16, -15, -14, -1, 0, 1, 20, 120];
const provinces = ['BS', 'AL', 'CH', 'BL', 'RM'];

/** One run of a procedure on one day, concluded as the procedure proposes or as the clerk says. */
export function walkAtRandom(procedure: Procedure, texts: ProcedureTexts, today: string, chance: GeneratorValue): RunScreen {
  const nothingDone: RunState = { facts: {}, documents: [], people: [{ id: 'main', role: 'main' }], doneSteps: [], passedBlocks: [], sent: [] };
  const { state, submissions } = walkOn({ procedure, today, chance, submissions: [], state: nothingDone }, '', chance(fc.constantFrom<number[]>, 3, 6, 99, 99, 99));
  const at = instantOf(today);
  const record: RunRecord = {
    id: `run-${procedure.id}`, procedure: procedure.id, version: procedure.version, contentHash: '', title: texts.title, startedAt: at, endedAt: at,
    outcome: undefined, currentStep: '', note: '', submissions, numbers: [],
  };
  const run: RunScreen = { record, procedure, texts, state, carriedOver: {} };
  return { ...run, record: { ...record, outcome: outcomeOf(run, today, chance) } };
}

const instantOf = (day: string) => `${day}T09:00:00Z`;

/** From step to step, until there is none, the resident leaves, or the clerk heeds a stop. */
function walkOn(walk: Walk, from: string, stepsLeft: number): Walk {
  const id = nextStep(evaluateRun(walk.procedure, walk.state, walk.today), from);
  const step = id === undefined ? undefined : indexOf(walk.procedure).steps.get(id);
  if (step === undefined || stepsLeft === 0) return walk;
  const taken = takeStep(walk, step);
  const { blocks } = evaluateRun(taken.procedure, taken.state, taken.today);
  const stops = blocks.filter((block) => block.step === step.id && block.stops).map((block) => block.id);
  if (stops.length > 0 && walk.chance(fc.boolean)) return taken;
  const leftUndone = step.kind === 'handover' && walk.chance(fc.boolean);
  const doneSteps = leftUndone ? taken.state.doneSteps : [...taken.state.doneSteps, step.id];
  return walkOn({ ...taken, state: { ...taken.state, doneSteps, passedBlocks: [...taken.state.passedBlocks, ...stops] } }, step.id, stepsLeft - 1);
}

function takeStep(walk: Walk, step: Step): Walk {
  const { state, chance } = walk;
  const documents = [...state.documents, ...marksAt(walk, step)];
  const facts = { ...state.facts, ...answersAt(walk, step) };
  const attempt = step.kind === 'submission' ? chance(fc.constantFrom<string[]>, 'sent', 'sent', 'failed', 'skipped') : 'skipped';
  if (attempt === 'skipped') return { ...walk, state: { ...state, facts, documents } };
  const sent = attempt === 'sent';
  const at = instantOf(walk.today);
  const submission = { id: step.id, step: step.id, portal: 'inps-portal', intendedAt: at, result: { at, sent } };
  return { ...walk, submissions: [...walk.submissions, submission], state: { ...state, facts, documents, sent: sent ? [...state.sent, step.id] : state.sent } };
}

function answersAt({ procedure, today, chance }: Walk, step: Step): Facts {
  const asked = (step.facts ?? []).flatMap((id) => indexOf(procedure).facts.get(id) ?? []);
  return Object.fromEntries(asked.map((fact) => [fact.id, answerTo(fact, today, chance)]));
}

function answerTo(fact: Fact, today: string, chance: GeneratorValue): FactValue {
  if (fact.mayBeUnknown === true && chance(fc.nat, 9) === 0) return null;
  switch (fact.type) {
    case 'yes-no':
      return chance(fc.boolean);
    case 'choice':
      return chance(fc.constantFrom<string[]>, ...(fact.options ?? []));
    case 'province':
      return chance(fc.constantFrom<string[]>, ...provinces);
    case 'count':
      return Math.min(fact.max ?? 9, (fact.min ?? 0) + chance(fc.nat, 4));
    case 'date': {
      const days = chance(fc.constantFrom<number[]>, ...offsets);
      return addPeriod(today, { days: fact.never === 'future' ? -Math.abs(days) : fact.never === 'past' ? Math.abs(days) : days });
    }
  }
}

/** Some papers stay without a mark. */
function marksAt({ procedure, state, today, chance }: Walk, step: Step): readonly DocumentMark[] {
  const asked = evaluateRun(procedure, state, today).documents.filter(({ document }) => step.documents?.includes(document));
  return asked.flatMap(({ document, subject }) => {
    const mark = chance(fc.constantFrom<(DocumentState | undefined)[]>, undefined, 'seen', 'seen', 'seen', ...documentStates);
    return mark === undefined ? [] : [{ document, subject, state: mark }];
  });
}

/** What is proposed, or what the clerk says; nobody says of themselves that something was sent, or handed over, that was not. */
function outcomeOf(run: RunScreen, today: string, chance: GeneratorValue): Outcome {
  const foreseen = foreseenOutcome(run, evaluateRun(run.procedure, run.state, today))?.is;
  if (foreseen !== undefined && chance(fc.nat, 3) > 0) return foreseen;
  return chance(fc.constantFrom<Outcome[]>, ...outcomes.filter((outcome) => outcome !== 'submitted' && outcome !== 'handed-over'));
}
