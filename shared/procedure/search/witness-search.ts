import { personRoles } from '../../session/closed-lists.ts';
import { answerCandidates } from './answer-candidates.ts';
import { documentStates } from '../condition-schema.ts';
import type { Condition, DocumentState } from '../condition-schema.ts';
import { allLeavesOf } from '../condition-walk.ts';
import { boundaryDays, daysLinkedTo } from './day-candidates.ts';
import { openQuestion } from './open-question.ts';
import type { OpenQuestion } from './open-question.ts';
import { indexOf } from '../procedure-index.ts';
import { perProcedure } from '../per-procedure.ts';
import type { Procedure } from '../procedure.ts';
import { groundOf } from '../run-ground.ts';
import type { RunGround } from '../run-ground.ts';
import type { RunState } from '../run-state.ts';

/** A run that reaches a goal: what is recorded, on which day. */
export interface Witness {
  readonly state: RunState;
  readonly today: string;
  readonly ground: RunGround;
}

/** A witness; false: there is none; `undefined`: not settled within the tries, or not by these candidates. */
export type Possibility = Witness | false | undefined;

/** A run under way in the search: somebody of every role is at the desk. */
const nobodyAsked: RunState = {
  facts: {},
  documents: [],
  people: personRoles.map((role) => ({ id: role, role })),
  doneSteps: [],
  passedBlocks: [],
  sent: [],
};

/** A condition to come true in a run in which none of the others is true yet, as the engine picks outcomes. */
export interface Goal {
  readonly holds: Condition;
  readonly before?: readonly Condition[];
}

/** One search, and how many states it may still look at. */
interface Search {
  readonly procedure: Procedure;
  readonly goal: Goal;
  left: number;
}

/**
 * Makes the question "does some day, with some answers, reach this goal?" about one procedure. Asks only what keeps the
 * goal open, and of each answer only the kinds the conditions can tell apart, so that a "no" is a proof and not a guess.
 * Runs that earlier questions ended in are tried first: they often serve again. A goal is made of the procedure's own
 * conditions: theirs are the boundaries the search looks at.
 * @param tries how many states to look at for one goal before giving up
 * @param thorough false: only days of session that comparisons with today name by themselves; then a "no" may be wrong for
 *   conditions that tie today to an answer and the answer to a fixed day
 */
export function createSearch(procedure: Procedure, { tries = 2000, thorough = true } = {}): (goal: Goal) => Possibility {
  const witnesses: Witness[] = [];
  return (goal) => {
    const again = witnesses.find(({ ground }) => reached(goal, ground));
    if (again !== undefined) return again;
    const search = { procedure, goal, left: tries };
    const on = (today: string) => extend(search, nobodyAsked, today);
    const usual = someOf(sessionDays(procedure), on);
    const found = usual === false && thorough ? someOf(furtherDays(procedure), on) : usual;
    if (found) witnesses.push(found);
    return found;
  };
}

const reached = (goal: Goal, ground: RunGround): boolean =>
  ground.holds(goal.holds) === true && !preceded(goal, ground);

const preceded = (goal: Goal, ground: RunGround): boolean => goal.before?.some((earlier) => ground.holds(earlier) === true) === true;

/** The day the procedure was verified, and the days at which comparisons with today change their mind. */
const sessionDays = perProcedure((procedure) => {
  const ground = groundOf(procedure, nobodyAsked, procedure.verifiedOn, 'unknown');
  return [...new Set([procedure.verifiedOn, ...boundaryDays(procedure, 'today', ground).days])];
});

/** Days on which an answer given at one of its own boundaries would be at a boundary with today as well. */
const furtherDays = perProcedure((procedure) => {
  const ground = groundOf(procedure, nobodyAsked, procedure.verifiedOn, 'unknown');
  const dates = procedure.facts.filter(({ type }) => type === 'date').map(({ id }): `fact ${string}` => `fact ${id}`);
  const days = dates.flatMap((fact) => {
    const own = boundaryDays(procedure, fact, ground).days;
    return [...own, ...daysLinkedTo(procedure, fact, own)];
  });
  return [...new Set(days)].filter((day) => !sessionDays(procedure).includes(day));
});

function extend(search: Search, state: RunState, today: string): Possibility {
  const { procedure, goal } = search;
  search.left -= 1;
  if (search.left < 0) return undefined;
  const ground = groundOf(procedure, state, today, 'unknown');
  const truth = ground.holds(goal.holds);
  if (truth === false || preceded(goal, ground)) return false;
  if (truth === true) return { state, today, ground };
  const question = openQuestion(procedure, goal.holds, ground);
  if (question === undefined) return false;
  const { ways, complete } = waysOn(procedure, question, state, ground);
  const found = someOf(ways, (way) => extend(search, way(), today));
  return found === false && !complete ? undefined : found;
}

/** The first witness; false when there is none behind any item. */
function someOf<T>(items: readonly T[], find: (item: T) => Possibility): Possibility {
  let unsettled = false;
  for (const item of items) {
    const found = find(item);
    if (found) return found;
    unsettled ||= found === undefined;
  }
  return unsettled ? undefined : false;
}

interface WaysOn {
  readonly ways: readonly (() => RunState)[];
  readonly complete: boolean;
}

/** The states a question can lead to, each made only when it is looked at. */
function waysOn(procedure: Procedure, question: OpenQuestion, state: RunState, ground: RunGround): WaysOn {
  if (question.kind === 'document') {
    const marked = (mark: DocumentState) => ground.needs(question.id).map(({ document, subject }) => ({ document, subject, state: mark }));
    const ways = distinctMarks(procedure, question.id).map((mark) => () => ({ ...state, documents: [...state.documents, ...marked(mark)] }));
    return { ways, complete: true };
  }
  if (question.kind === 'sending') {
    const done = { ...state, doneSteps: [...state.doneSteps, question.id] };
    return { ways: [() => ({ ...done, sent: [...state.sent, question.id] }), () => done], complete: true };
  }
  const fact = indexOf(procedure).facts.get(question.id);
  if (fact === undefined) return { ways: [], complete: true };
  const { values, complete } = answerCandidates(procedure, fact, ground);
  return { ways: values.map((value) => () => ({ ...state, facts: { ...state.facts, [fact.id]: value } })), complete };
}

/** One mark of every kind the conditions tell apart. */
function distinctMarks(procedure: Procedure, document: string): readonly DocumentState[] {
  const lists = allLeavesOf(procedure).flatMap((leaf) => ('document' in leaf && leaf.document === document ? [leaf.in] : []));
  return [...new Map(documentStates.map((mark) => [lists.map((list) => list.includes(mark)).join(), mark])).values()];
}
