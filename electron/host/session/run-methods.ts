import { calendarDay } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { RunScreen } from '../../../shared/session/session-view.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { commitChange } from './commit-change.ts';
import { openRun, runInHand, visibleRun } from './run-access.ts';
import { runScreen } from './run-screen.ts';
import { endRunRow, findRun, goOnWithRun, setNoteOf } from './run-store.ts';
import { sessionInHand } from './session-access.ts';
import { beginRun } from './begin-run.ts';
import { runHasPendingSubmission } from './submission-store.ts';

type RunMethods = Pick<SessionHalf, 'startRun' | 'readRun' | 'saveNote' | 'endRun' | 'resumeRun'>;

/** A procedure carried out in a session, from its beginning to its end. */
export const runMethods = (context: HostContext): RunMethods => ({
  startRun: ({ sessionId, procedure }) => {
    const found = sessionInHand(context, sessionId);
    if (!found.ok) return found;
    const entry = context.library.find(procedure);
    if (entry === undefined) return refuse('no-such-procedure');
    return readScreen(context, beginRun(context, sessionId, entry, calendarDay(context.clock())));
  },

  readRun: ({ runId }) => {
    const run = visibleRun(context, runId);
    return run.ok ? readScreen(context, runId) : run;
  },

  // Ended or not: what is remembered at the last moment is written while the session is open.
  saveNote: ({ runId, note }) => {
    const run = runInHand(context, runId);
    if (!run.ok) return run;
    commitChange(context, { event: 'note-saved', sessionId: run.value.session_id, data: { run: runId } }, () => setNoteOf(context.db, runId, note));
    return answer(null);
  },

  endRun: ({ runId, outcome }) => {
    const run = openRun(context, runId);
    if (!run.ok) return run;
    if (runHasPendingSubmission(context.db, runId)) return refuse('submission-pending');
    const line = { event: 'run-ended', sessionId: run.value.session_id, data: { run: runId, outcome } } as const;
    commitChange(context, line, (at) => endRunRow(context.db, runId, outcome, at));
    return readScreen(context, runId);
  },

  resumeRun: ({ runId }) => {
    const run = runInHand(context, runId);
    if (!run.ok) return run;
    if (run.value.ended_at !== null) {
      const line = { event: 'run-resumed', sessionId: run.value.session_id, data: { run: runId } } as const;
      commitChange(context, line, () => goOnWithRun(context.db, runId));
    }
    return readScreen(context, runId);
  },
});

/** A run as it stands now. */
export function readScreen({ db }: HostContext, runId: string): Answer<RunScreen> {
  const run = findRun(db, runId);
  return run === undefined ? refuse('no-such-run') : answer(runScreen(db, run));
}
