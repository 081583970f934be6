import type Database from 'better-sqlite3';
import { factProblem } from '../../../shared/procedure/fact-problem.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Facts, FactValue } from '../../../shared/procedure/run-state.ts';
import { pinnedProcedure } from './procedure-version-store.ts';
import { runsOf } from './run-store.ts';
import type { RunRow } from './run-store.ts';
import { factsOf, stepsOf } from './step-store.ts';

/** An answer given in another run, and the title of that run's procedure. */
interface SharedAnswer {
  readonly value: FactValue;
  readonly title: string;
}

/** What a session's runs up to `before` (all without it) have answered under a shared name; the later run counts. */
function sharedAnswers(db: Database.Database, sessionId: string, before?: string): ReadonlyMap<string, SharedAnswer> {
  const runs = runsOf(db, sessionId);
  const earlier = before === undefined ? runs : runs.slice(0, runs.findIndex((run) => run.id === before));
  return new Map(earlier.flatMap((run) => answersOf(db, run)));
}

function answersOf(db: Database.Database, run: RunRow): [string, SharedAnswer][] {
  const { procedure, texts } = pinnedProcedure(db, run.content_hash);
  const facts = factsOf(stepsOf(db, run.id));
  return procedure.facts.flatMap((fact): [string, SharedAnswer][] => {
    const value = facts[fact.id];
    return fact.sharedAs === undefined || value === undefined ? [] : [[fact.sharedAs, { value, title: texts.title }]];
  });
}

/**
 * Answers a new run of a session begins with: facts asked once. Only those that fit the new question.
 * @param today the desk's calendar day
 */
export function factsToCarry(db: Database.Database, sessionId: string, procedure: Procedure, today: string): Facts {
  const shared = sharedAnswers(db, sessionId);
  const carried = procedure.facts.flatMap((fact): [string, FactValue][] => {
    const known = fact.sharedAs === undefined ? undefined : shared.get(fact.sharedAs);
    return known === undefined || factProblem(fact, known.value, today) !== undefined ? [] : [[fact.id, known.value]];
  });
  return Object.fromEntries(carried);
}

/** Which answers of a run still are those of an earlier run of the session: fact id → title of that run's procedure. */
export function carriedFrom(db: Database.Database, run: RunRow, procedure: Procedure, facts: Facts): Readonly<Record<string, string>> {
  const shared = sharedAnswers(db, run.session_id, run.id);
  const same = procedure.facts.flatMap((fact): [string, string][] => {
    const known = fact.sharedAs === undefined ? undefined : shared.get(fact.sharedAs);
    return known === undefined || facts[fact.id] !== known.value ? [] : [[fact.id, known.title]];
  });
  return Object.fromEntries(same);
}
