import { calendarDay } from '../../../shared/desk/clock.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { isReminderDay } from '../../../shared/session/reminder-day.ts';
import { reopenDaysLeft } from '../../../shared/session/reopening.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { commitChange } from './commit-change.ts';
import { discardIfEmpty } from './discard-session.ts';
import { insertFollowUp } from './follow-up-store.ts';
import { peopleOf } from './person-store.ts';
import { endOpenRuns } from './run-store.ts';
import { sessionInHand, visibleSession } from './session-access.ts';
import { sessionDetail } from './session-detail.ts';
import { closeRow, takeInHand } from './session-store.ts';
import type { SessionRow } from './session-store.ts';
import { sessionHasPendingSubmission } from './submission-store.ts';

type ClosingMethods = Pick<SessionHalf, 'closeSession' | 'closeInterrupted' | 'reopenSession'>;

/** How a session ends, and how it goes on after all. */
export const closingMethods = (context: HostContext): ClosingMethods => ({
  closeSession: (input) => {
    const found = closable(context, input.sessionId);
    if (!found.ok) return found;
    if (found.value.privacy === 'confidential' && input.followUp !== null) return refuse('confidential-no-reminder');
    if (input.followUp !== null && !isReminderDay(input.followUp.due, calendarDay(context.clock()))) return refuse('no-reminder-day');
    close(context, input);
    return answer(sessionDetail(context, input.sessionId));
  },

  closeInterrupted: ({ sessionId }) => {
    const found = visibleSession(context, sessionId);
    if (!found.ok) return found;
    if (found.value.state === 'closed') return refuse('session-closed');
    if (found.value.state !== 'interrupted') return refuse('session-not-interrupted');
    // Opened and nothing more before the crash: no visit, and no failure to count.
    if (!discardIfEmpty(context, found.value)) closeAsInterrupted(context, sessionId);
    return answer(null);
  },

  reopenSession: ({ sessionId }) => {
    const found = visibleSession(context, sessionId);
    if (!found.ok) return found;
    const { closed_at: closedAt, wiped_at: wipedAt } = found.value;
    if (closedAt === null) return refuse('session-not-closed');
    if (wipedAt !== null || reopenDaysLeft(closedAt, context.clock()) === 0) return refuse('too-late-to-reopen');
    reopen(context, found.value);
    return answer(sessionDetail(context, sessionId));
  },
});

/** A session that may be closed: in hand, somebody it is about unless confidential, and nothing sent nobody knows of. */
function closable(context: HostContext, sessionId: string): Answer<SessionRow> {
  const found = sessionInHand(context, sessionId);
  if (!found.ok) return found;
  const hasMain = peopleOf(context.db, sessionId).some((person) => person.role === 'main');
  if (!hasMain && found.value.privacy !== 'confidential') return refuse('main-person-missing');
  return sessionHasPendingSubmission(context.db, sessionId) ? refuse('submission-pending') : found;
}

/** Runs still going on end with the session's outcome: a clerk who closes the session has finished with them. */
function close(context: HostContext, { sessionId, closing, followUp }: DeskInput<'closeSession'>): void {
  commitChange(context, { event: 'session-closed', sessionId, data: { ...closing } }, (at) => {
    endOpenRuns(context.db, sessionId, closing.outcome, at);
    closeRow(context.db, { id: sessionId, closed_at: at, ...closing });
    if (followUp === null) return;
    const id = newId(context.clock());
    insertFollowUp(context.db, { id, session: sessionId, ...followUp });
    context.journal.append('follow-up-added', { sessionId, data: { followUp: id, due: followUp.due } });
  });
}

/**
 * What a crash interrupted ends as a technical failure, without the closing questions. A submission nobody knows the end
 * of stays as it is: the record then says what is true.
 */
function closeAsInterrupted(context: HostContext, sessionId: string): void {
  const outcome = 'technical-failure';
  commitChange(context, { event: 'session-closed', sessionId, data: { outcome, interrupted: true } }, (at) => {
    endOpenRuns(context.db, sessionId, outcome, at);
    closeRow(context.db, { id: sessionId, closed_at: at, outcome, autonomy: null, useful: null, referral: null });
  });
}

/** The earlier closing leaves the session and stays in the journal. */
function reopen(context: HostContext, session: SessionRow): void {
  const { closed_at: closedAt, outcome, autonomy, useful, referral } = session;
  const line = { event: 'session-reopened', sessionId: session.id, data: { closedAt, outcome, autonomy, useful, referral } } as const;
  commitChange(context, line, () => {
    takeInHand(context.db, { id: session.id, clerk_id: context.seat.clerkId, process_id: context.processId });
  });
}
