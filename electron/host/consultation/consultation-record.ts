import type Database from 'better-sqlite3';
import { questionDraftSchema } from '../../../shared/hub/prepared-question.ts';
import { wrapUpWordsSchema } from '../../../shared/hub/wrap-up.ts';
import { legSummarySchema } from '../../../shared/session/consultation-view.ts';
import type { ConsultationRecord, KeptWrapUp, LegRecord } from '../../../shared/session/consultation-view.ts';
import { consultationsOf } from './consultation-store.ts';
import type { ConsultationRow } from './consultation-store.ts';
import { legsOf } from './leg-store.ts';
import type { LegRow } from './leg-store.ts';
import { notesOf } from './note-store.ts';

/** A session's consultations with all that hangs on them, in the order they were asked. */
export const consultationRecords = (db: Database.Database, sessionId: string): readonly ConsultationRecord[] =>
  consultationsOf(db, sessionId).map((row) => consultationRecord(db, row));

export function consultationRecord(db: Database.Database, row: ConsultationRow): ConsultationRecord {
  return {
    id: row.id,
    sessionId: row.session_id,
    runId: row.run_id,
    officeId: row.office_id,
    officeName: row.office_name,
    // The draft's shape: retention leaves the texts empty, which a question to be asked must not be.
    question: questionDraftSchema.parse(JSON.parse(row.question_json)),
    stage: row.stage,
    askedAt: row.asked_at,
    callBackAt: row.call_back_at,
    claimedAt: row.claimed_at,
    officialName: row.official_name,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    decline: row.decline,
    legs: legsOf(db, row.id).map(legRecord),
    notes: notesOf(db, row.id),
    wrapUp: keptWrapUp(row),
  };
}

export const legRecord = (row: LegRow): LegRecord => ({
  id: row.id,
  medium: row.medium,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  reason: row.reason,
  summary: row.summary_json === null ? null : legSummarySchema.parse(JSON.parse(row.summary_json)),
});

function keptWrapUp({ wrap_up_at: at, outcome, standard_route: standardRoute, words_json: words }: ConsultationRow): KeptWrapUp | null {
  if (at === null || outcome === null) return null;
  return { at, outcome, standardRoute: standardRoute === 1, words: words === null ? null : wrapUpWordsSchema.parse(JSON.parse(words)) };
}
