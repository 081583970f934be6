import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { indexOf } from '../../../shared/procedure/procedure-index.ts';
import { personRoles } from '../../../shared/session/closed-lists.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { commitChange } from './commit-change.ts';
import { passBlockRow, writeMark } from './mark-store.ts';
import { findPerson } from './person-store.ts';
import { pinnedProcedure } from './procedure-version-store.ts';
import { openRun } from './run-access.ts';
import { runState } from './run-screen.ts';
import type { RunRow } from './run-store.ts';

type MarkMethods = Pick<SessionHalf, 'markDocument' | 'passBlock'>;

/** What the clerk ticks in a run besides answers: papers, and blocks gone past. */
export const markMethods = (context: HostContext): MarkMethods => ({
  markDocument: ({ runId, document, subject, state }) => {
    const run = openRun(context, runId);
    if (!run.ok) return run;
    const checked = checkMark(context, run.value, document, subject);
    if (!checked.ok) return checked;
    const line = { event: 'document-marked', sessionId: run.value.session_id, data: { run: runId, document, state } } as const;
    commitChange(context, line, (at) => writeMark(context.db, runId, document, subject, state, at));
    return answer(runState(context.db, run.value));
  },

  passBlock: ({ runId, block }) => {
    const run = openRun(context, runId);
    if (!run.ok) return run;
    const { procedure } = pinnedProcedure(context.db, run.value.content_hash);
    const known = procedure.steps.some((step) => step.blocks?.some((one) => one.id === block));
    if (!known) return refuse('no-such-step');
    const line = { event: 'block-passed', sessionId: run.value.session_id, data: { run: runId, block } } as const;
    commitChange(context, line, (at) => passBlockRow(context.db, runId, block, at));
    return answer(runState(context.db, run.value));
  },
});

/** Refuses: `no-such-document`; `no-such-person` when the paper is of nobody in the session. */
function checkMark({ db }: HostContext, run: RunRow, document: string, subject: string): Answer<null> {
  if (!indexOf(pinnedProcedure(db, run.content_hash).procedure).documents.has(document)) return refuse('no-such-document');
  const somebody = subject === 'household' || personRoles.some((role) => subject === `role:${role}`);
  return somebody || findPerson(db, subject, run.session_id) !== undefined ? answer(null) : refuse('no-such-person');
}
