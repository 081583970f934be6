import type Database from 'better-sqlite3';
import type { RunState } from '../../../shared/procedure/run-state.ts';
import type { RunScreen } from '../../../shared/session/session-view.ts';
import { carriedFrom } from './carried-facts.ts';
import { documentMarks, passedBlocks } from './mark-store.ts';
import { numbersOf } from './number-store.ts';
import { peopleOf } from './person-store.ts';
import { pinnedProcedure } from './procedure-version-store.ts';
import type { RunRow } from './run-store.ts';
import { factsOf, stepOnScreen, stepsOf } from './step-store.ts';
import { submissionsOf } from './submission-store.ts';

/** All a clerk has recorded in a run. */
export const runState = (db: Database.Database, run: RunRow, steps = stepsOf(db, run.id)): RunState => ({
  facts: factsOf(steps),
  documents: documentMarks(db, run.id),
  people: peopleOf(db, run.session_id).map(({ id, role }) => ({ id, role })),
  doneSteps: steps.filter((record) => record.done).map((record) => record.step),
  passedBlocks: passedBlocks(db, run.id),
  sent: submissionsOf(db, run.id).flatMap(({ step, result }) => (result?.sent ? [step] : [])),
});

/** Everything a screen needs to draw a run. */
export function runScreen(db: Database.Database, run: RunRow): RunScreen {
  const { procedure, texts } = pinnedProcedure(db, run.content_hash);
  const steps = stepsOf(db, run.id);
  return {
    record: {
      id: run.id,
      procedure: run.procedure_id,
      version: procedure.version,
      contentHash: run.content_hash,
      title: texts.title,
      startedAt: run.started_at,
      endedAt: run.ended_at ?? undefined,
      outcome: run.outcome ?? undefined,
      currentStep: stepOnScreen(steps),
      note: run.note,
      submissions: submissionsOf(db, run.id),
      numbers: numbersOf(db, run.id),
    },
    procedure,
    texts,
    state: runState(db, run, steps),
    carriedOver: carriedFrom(db, run, procedure, factsOf(steps)),
  };
}
