import { calendarDay } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { isReminderDay } from '../../../shared/session/reminder-day.ts';
import type { FollowUp } from '../../../shared/session/session-view.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { commitChange } from './commit-change.ts';
import { findFollowUp, followUpsUntil, insertFollowUp, settleFollowUpRow } from './follow-up-store.ts';
import { visibleSession } from './session-access.ts';
import { viewerOf } from './visibility.ts';

type FollowUpMethods = Pick<SessionHalf, 'listFollowUps' | 'addFollowUp' | 'settleFollowUp'>;

/** What is still to be done about a session, open or closed. */
export const followUpMethods = (context: HostContext): FollowUpMethods => ({
  listFollowUps: ({ until }) => answer(followUpsUntil(context.db, viewerOf(context), until)),

  addFollowUp: ({ sessionId, due, what }) => {
    const session = visibleSession(context, sessionId);
    if (!session.ok) return session;
    if (session.value.privacy === 'confidential') return refuse('confidential-no-reminder');
    if (!isReminderDay(due, calendarDay(context.clock()))) return refuse('no-reminder-day');
    const id = newId(context.clock());
    commitChange(context, { event: 'follow-up-added', sessionId, data: { followUp: id, due } }, () => {
      insertFollowUp(context.db, { id, session: sessionId, due, what });
    });
    return visibleFollowUp(context, id);
  },

  settleFollowUp: ({ followUpId, state }) => {
    const followUp = visibleFollowUp(context, followUpId);
    if (!followUp.ok) return followUp;
    const { sessionId } = followUp.value;
    commitChange(context, { event: 'follow-up-settled', sessionId, data: { followUp: followUpId, state } }, (at) => {
      settleFollowUpRow(context.db, followUpId, state, at);
    });
    return answer(null);
  },
});

function visibleFollowUp(context: HostContext, id: string): Answer<FollowUp> {
  const followUp = findFollowUp(context.db, id);
  if (followUp === undefined) return refuse('no-such-follow-up');
  const session = visibleSession(context, followUp.sessionId);
  return session.ok ? answer(followUp) : session;
}
