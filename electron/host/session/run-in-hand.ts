import type Database from 'better-sqlite3';
import { answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { RunState } from '../../../shared/procedure/run-state.ts';
import { statement } from '../db/statement.ts';
import type { HostContext } from '../host-context.ts';
import { pinnedProcedure } from './procedure-version-store.ts';
import { openRun } from './run-access.ts';
import { runState } from './run-screen.ts';
import { factsOf, stepsOf, withStep } from './step-store.ts';
import type { StepRecord } from './step-store.ts';

/** The run a clerk is working on, as the records have it. */
export interface RunInHand {
  readonly runId: string;
  readonly sessionId: string;
  readonly procedure: Procedure;
  readonly steps: readonly StepRecord[];
  readonly state: RunState;
}

/** Reads the run a clerk is working on, and remembers it. */
export interface RunInHandMemory {
  /** Refuses as `openRun` does. */
  read(runId: string): Answer<RunInHand>;
  /** Notes a step that is now on disk. */
  saved(run: RunInHand, step: StepRecord): RunInHand;
}

const totalChanges = statement<[], { changes: number }>('select total_changes() as changes');
const changesOf = (db: Database.Database): number => totalChanges(db).get()?.changes ?? Number.NaN;

/**
 * A memory of one run, so that saving a step is one write and no read. It holds exactly as long as nothing else has been
 * written to the records: SQLite counts every row this connection ever changed, and nobody else may write.
 */
export function createRunInHandMemory(context: HostContext): RunInHandMemory {
  const { db } = context;
  let known: { readonly run: RunInHand; readonly changes: number } | undefined;
  const keep = (run: RunInHand): RunInHand => {
    known = { run, changes: changesOf(db) };
    return run;
  };
  return {
    read: (runId) => {
      if (known?.run.runId === runId && known.changes === changesOf(db)) return answer(known.run);
      const run = openRun(context, runId);
      if (!run.ok) return run;
      const steps = stepsOf(db, runId);
      const { procedure } = pinnedProcedure(db, run.value.content_hash);
      return answer(keep({ runId, sessionId: run.value.session_id, procedure, steps, state: runState(db, run.value, steps) }));
    },
    saved: (run, step) => {
      const steps = withStep(run.steps, step);
      const doneSteps = steps.filter((record) => record.done).map((record) => record.step);
      return keep({ ...run, steps, state: { ...run.state, facts: factsOf(steps), doneSteps } });
    },
  };
}
