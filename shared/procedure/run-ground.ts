import { anyOf, dayOf, truthOf } from './condition.ts';
import type { Day, Ground, Truth } from './condition.ts';
import type { Condition } from './condition-schema.ts';
import { deadlineDay } from './deadlines.ts';
import { subjectsOf } from './document-needs.ts';
import { indexOf } from './procedure-index.ts';
import type { ProcedureIndex } from './procedure-index.ts';
import type { Procedure } from './procedure.ts';
import type { FactValue, RunState } from './run-state.ts';
import type { DocumentNeed } from './run-view.ts';

/** What the conditions of a procedure are asked about, in one run on one day. */
export interface RunGround extends Ground {
  /** Whether a step is on the way. */
  stepTruth(id: string): Truth;
  /** Whether a paper is asked for: a step on the way lists it and its own condition holds. */
  documentTruth(id: string): Truth;
  /** The papers to ask for, one a person; empty unless certainly needed. */
  needs(id: string): readonly DocumentNeed[];
  holds(condition: Condition | undefined): Truth;
}

/**
 * Answers on demand, each thing once. A fact counts only while a step that asks it is certainly on the way; when none can
 * be any more it is as good as "non so", so that nothing waits for an answer nobody will be asked for. Things that hang
 * on themselves (the sieve refuses such a procedure) come out unknown.
 * @param untold what is made of a sending nobody has told of: nothing was sent, or, in a search, unknown until its step is done
 */
export function groundOf(procedure: Procedure, state: RunState, today: string, untold: 'not-sent' | 'unknown' = 'not-sent'): RunGround {
  const index = indexOf(procedure);
  const marks = new Map(state.documents.map((mark) => [`${mark.document}/${mark.subject}`, mark.state]));
  const ground: RunGround = {
    today,
    holds: (condition) => condition === undefined || truthOf(condition, ground),
    stepTruth: once((id) => ground.holds(index.steps.get(id)?.when)),
    sent: (step) => ground.stepTruth(step) && (state.sent.includes(step) || (untold === 'unknown' && !state.doneSteps.includes(step) ? undefined : false)),
    named: once((name) => namedTruth(name, procedure, ground)),
    fact: once((id) => factValue(id, index, ground, state)),
    deadline: once((id) => standingDay(id, index, ground)),
    documentTruth: once((id) => neededTruth(id, index, ground)),
    needs: once((id) => (ground.documentTruth(id) === true ? needsOf(id, index, state, marks) : [])),
    documentStates: (id) => (ground.documentTruth(id) === undefined ? undefined : ground.needs(id).map((need) => need.state)),
    tableDay: (table, row) => ownValue(ownValue(procedure.tables ?? {}, table) ?? {}, row),
  };
  return ground;
}

function once<T>(compute: (id: string) => T): (id: string) => T;
function once<T>(compute: (id: string) => T): (id: string) => T | undefined {
  const known = new Map<string, T | undefined>();
  return (id) => {
    if (known.has(id)) return known.get(id);
    known.set(id, undefined);
    const value = compute(id);
    known.set(id, value);
    return value;
  };
}

/** Ids come from files: `constructor` is a word like any other. */
const ownValue = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function namedTruth(name: string, procedure: Procedure, ground: RunGround): Truth {
  const condition = ownValue(procedure.conditions ?? {}, name);
  return condition && truthOf(condition, ground);
}

function factValue(id: string, index: ProcedureIndex, ground: RunGround, state: RunState): FactValue | undefined {
  const asked = anyOf(index.stepsAsking.get(id) ?? [], (step) => ground.stepTruth(step.id));
  if (asked === true) return ownValue(state.facts, id);
  return asked === false ? null : undefined;
}

function standingDay(id: string, index: ProcedureIndex, ground: RunGround): Day {
  const deadline = index.deadlines.get(id);
  if (deadline === undefined) return null;
  const applies = ground.holds(deadline.when);
  if (applies !== true) return applies === false ? null : undefined;
  const from = dayOf(deadline.from, ground);
  return typeof from === 'string' ? deadlineDay(deadline.rule, from) : from;
}

function neededTruth(id: string, index: ProcedureIndex, ground: RunGround): Truth {
  const listed = anyOf(index.stepsListing.get(id) ?? [], (step) => ground.stepTruth(step.id));
  if (listed === false) return false;
  const wanted = ground.holds(index.documents.get(id)?.when);
  return wanted === false ? false : listed && wanted;
}

function needsOf(id: string, index: ProcedureIndex, state: RunState, marks: ReadonlyMap<string, DocumentNeed['state']>): readonly DocumentNeed[] {
  const document = index.documents.get(id);
  if (document === undefined) return [];
  return subjectsOf(document, state.people).map((asked) => ({
    document: id,
    ...asked,
    essential: document.essential,
    state: marks.get(`${id}/${asked.subject}`),
  }));
}
