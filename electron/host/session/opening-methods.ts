import { calendarDay } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Privacy } from '../../../shared/session/closed-lists.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { addAnonymousMain, forgetWhoTheyAre } from './anonymous-people.ts';
import { commitChange } from './commit-change.ts';
import { sessionInHand, visibleSession } from './session-access.ts';
import { sessionDetail } from './session-detail.ts';
import { insertSession, nextSessionNumber, setPrivacyOf, suspendRow, takeInHand } from './session-store.ts';

type OpeningMethods = Pick<SessionHalf, 'openSession' | 'readSession' | 'changePrivacy' | 'suspendSession' | 'resumeSession'>;

/** A session's life between its opening and its closing. */
export const openingMethods = (context: HostContext): OpeningMethods => ({
  openSession: ({ privacy }) => answer(sessionDetail(context, openSession(context, { privacy }))),

  readSession: ({ sessionId }) => {
    const found = visibleSession(context, sessionId);
    return found.ok ? answer(sessionDetail(context, sessionId)) : found;
  },

  changePrivacy: ({ sessionId, privacy }) => {
    const found = sessionInHand(context, sessionId);
    if (!found.ok) return found;
    const from = found.value.privacy;
    if (from !== privacy) {
      commitChange(context, { event: 'privacy-changed', sessionId, data: { from, to: privacy } }, (at) => {
        setPrivacyOf(context.db, sessionId, privacy);
        if (privacy === 'anonymous') forgetWhoTheyAre(context, sessionId, at);
      });
    }
    return answer(sessionDetail(context, sessionId));
  },

  suspendSession: ({ sessionId }) => {
    const found = visibleSession(context, sessionId);
    if (!found.ok) return found;
    if (found.value.state === 'suspended') return answer(null);
    const inHand = sessionInHand(context, sessionId);
    if (!inHand.ok) return inHand;
    commitChange(context, { event: 'session-suspended', sessionId }, () => suspendRow(context.db, sessionId));
    return answer(null);
  },

  resumeSession: ({ sessionId }) => {
    const found = visibleSession(context, sessionId);
    if (!found.ok) return found;
    const { state, clerk_id: from } = found.value;
    if (state === 'closed') return refuse('session-closed');
    const { clerkId } = context.seat;
    if (state !== 'open' || from !== clerkId) {
      const line = from === clerkId ? ({ event: 'session-resumed' } as const) : ({ event: 'session-handed-over', data: { from } } as const);
      commitChange(context, { ...line, sessionId }, () => takeInHand(context.db, { id: sessionId, clerk_id: clerkId, process_id: context.processId }));
    }
    return answer(sessionDetail(context, sessionId));
  },
});

/**
 * Opens a session in the hands of whoever is signed in.
 * @param alsoWrite what belongs to its beginning, in the same transaction
 * @returns its id
 */
export function openSession(context: HostContext, begun: { privacy: Privacy; continues?: string }, alsoWrite: (id: string, at: string) => void = () => undefined): string {
  const { db, seat, processId } = context;
  const { privacy } = begun;
  const now = context.clock();
  const sessionId = newId(now);
  commitChange(context, { event: 'session-opened', sessionId, data: { ...begun } }, (at) => {
    const number = nextSessionNumber(db, calendarDay(now).slice(0, 4));
    insertSession(db, { id: sessionId, number, privacy, clerk_id: seat.clerkId, process_id: processId, opened_at: at, continues: begun.continues ?? null });
    if (privacy === 'anonymous') addAnonymousMain(context, sessionId, at);
    alsoWrite(sessionId, at);
  });
  return sessionId;
}
