import { reopenDaysLeft } from '../../../shared/session/reopening.ts';
import type { Closing, SessionDetail } from '../../../shared/session/session-view.ts';
import type { HostContext } from '../host-context.ts';
import { consultationRecords } from '../consultation/consultation-record.ts';
import { followUpsOf } from './follow-up-store.ts';
import { readPeople } from './person-store.ts';
import { printsOf } from './print-store.ts';
import { runScreen } from './run-screen.ts';
import { runsOf } from './run-store.ts';
import { sessionContinued, sessionsContinuing } from './session-links.ts';
import { findSession } from './session-store.ts';
import type { SessionRow } from './session-store.ts';
import { readSummary } from './session-summary.ts';
import { storyOf } from './story-store.ts';
import { viewerOf } from './visibility.ts';

/**
 * Everything about one session, as it stands now.
 * @throws when there is no such session: whoever calls has just looked at it
 */
export function sessionDetail(context: HostContext, sessionId: string): SessionDetail {
  const { db } = context;
  const session = findSession(db, sessionId);
  const summary = readSummary(db, sessionId);
  if (session === undefined || summary === undefined) throw new Error(`No session ${sessionId}`);
  const mayReopen = session.wiped_at === null && session.closed_at !== null;
  return {
    ...summary,
    people: readPeople(db, sessionId),
    runs: runsOf(db, sessionId).map((run) => runScreen(db, run)),
    followUps: followUpsOf(db, sessionId),
    prints: printsOf(db, sessionId),
    consultations: consultationRecords(db, sessionId),
    continues: sessionContinued(db, viewerOf(context), sessionId),
    continuedBy: sessionsContinuing(db, viewerOf(context), sessionId),
    closing: closingOf(session),
    reopenDaysLeft: mayReopen ? reopenDaysLeft(session.closed_at, context.clock()) : 0,
    events: storyOf(db, sessionId),
  };
}

/** The answers to the closing questions; none while open, nor for a session closed as interrupted. */
function closingOf({ outcome, autonomy, useful, referral }: SessionRow): Closing | undefined {
  if (outcome === null || autonomy === null || useful === null || referral === null) return undefined;
  return { outcome, autonomy, useful, referral };
}
