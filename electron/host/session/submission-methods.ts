import { refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { indexOf } from '../../../shared/procedure/procedure-index.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { commitChange } from './commit-change.ts';
import { pinnedProcedure } from './procedure-version-store.ts';
import { openRun, runInHand, visibleRun } from './run-access.ts';
import { readScreen } from './run-methods.ts';
import type { RunRow } from './run-store.ts';
import { insertSubmission, runHasPendingSubmission, settleSubmissionRow, submissionsOf } from './submission-store.ts';

type SubmissionMethods = Pick<SessionHalf, 'intendSubmission' | 'settleSubmission'>;

/** Intent before act: the row is on disk before the clerk presses the portal's button. */
export const submissionMethods = (context: HostContext): SubmissionMethods => ({
  // One at a time: while nobody knows what became of the last, there is no next.
  intendSubmission: ({ runId, step }) => {
    const run = openRun(context, runId);
    if (!run.ok) return run;
    const portal = indexOf(pinnedProcedure(context.db, run.value.content_hash).procedure).steps.get(step)?.portal;
    if (portal === undefined) return refuse('no-such-step');
    if (runHasPendingSubmission(context.db, runId)) return refuse('submission-pending');
    const id = newId(context.clock());
    const data = { run: runId, submission: id, step, portal };
    commitChange(context, { event: 'submission-intended', sessionId: run.value.session_id, data }, (at) => {
      insertSubmission(context.db, { id, run: runId, step, portal, at });
    });
    return readScreen(context, runId);
  },

  // Saying it again corrects what was said.
  settleSubmission: ({ runId, submissionId, sent }) => {
    const run = runToSettle(context, runId, submissionId);
    if (!run.ok) return run;
    if (!submissionsOf(context.db, runId).some(({ id }) => id === submissionId)) return refuse('no-such-submission');
    const data = { run: runId, submission: submissionId, sent };
    commitChange(context, { event: 'submission-settled', sessionId: run.value.session_id, data }, (at) => {
      settleSubmissionRow(context.db, submissionId, runId, sent, at);
    });
    return readScreen(context, runId);
  },
});

/**
 * A submission a crash interrupted is still unknown when its session was closed: what became of it is then said late, as numbers
 * are, by whoever may see the session. Correcting what was said is work on the run.
 */
function runToSettle(context: HostContext, runId: string, submissionId: string): Answer<RunRow> {
  const isUnknown = submissionsOf(context.db, runId).some(({ id, result }) => id === submissionId && result === undefined);
  if (!isUnknown) return openRun(context, runId);
  const inHand = runInHand(context, runId);
  return !inHand.ok && inHand.code === 'session-closed' ? visibleRun(context, runId) : inHand;
}
