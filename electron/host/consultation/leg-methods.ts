import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { JournalEvent } from '../../../shared/session/journal-events.ts';
import type { CallNote } from '../../../shared/session/consultation-view.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import type { JournalData } from '../journal.ts';
import { newId } from '../new-id.ts';
import { commitChange } from '../session/commit-change.ts';
import { visibleConsultation } from './consultation-access.ts';
import { consultationRecord, legRecord } from './consultation-record.ts';
import type { ConsultationRow } from './consultation-store.ts';
import { closeLegRow, findLeg, insertLeg, openLegOf } from './leg-store.ts';
import { insertNote } from './note-store.ts';

type LegMethods = Pick<SessionHalf, 'openLeg' | 'closeLeg' | 'noteCall'>;

/** The record of a call, written as it happens. */
export const legMethods = (context: HostContext): LegMethods => ({
  openLeg: ({ consultationId, medium }) => {
    const row = visibleConsultation(context, consultationId);
    if (!row.ok) return row;
    const id = openLeg(context, row.value, medium);
    const leg = findLeg(context.db, id);
    return leg === undefined ? refuse('no-such-leg') : answer(legRecord(leg));
  },

  closeLeg: (input) => {
    const leg = findLeg(context.db, input.legId);
    if (leg === undefined) return refuse('no-such-leg');
    const row = visibleConsultation(context, leg.consultation_id);
    if (!row.ok) return row;
    if (leg.closed_at === null) closeLeg(context, row.value, leg.medium, input);
    return answer(null);
  },

  noteCall: ({ consultationId, note }) => {
    const row = visibleConsultation(context, consultationId);
    if (!row.ok) return row;
    const { event, data } = lineOf(note);
    commitChange(context, { event, sessionId: row.value.session_id, data: { consultation: consultationId, ...data } }, (at) => {
      insertNote(context.db, consultationId, at, note);
    });
    return answer(consultationRecord(context.db, row.value));
  },
});

function openLeg(context: HostContext, row: ConsultationRow, medium: DeskInput<'openLeg'>['medium']): string {
  const { db, clock, processId, hub } = context;
  const left = openLegOf(db, row.id);
  if (left !== undefined) closeLeg(context, row, left.medium, { legId: left.id, reason: 'page-closed', summary: null });
  const id = newId(clock());
  commitChange(context, { event: 'leg-opened', sessionId: row.session_id, data: { consultation: row.id, leg: id, medium } }, (at) => {
    insertLeg(db, { id, consultation_id: row.id, process_id: processId, medium, opened_at: at });
  });
  const call = hub.view?.consultations.find((seen) => seen.id === row.id)?.call;
  // The official's page says how it is held; when the hub does not hear of it, the next leg tells.
  if (call != null) void hub.call('reportMedium', { callId: call.callId, medium });
  return id;
}

function closeLeg(context: HostContext, row: ConsultationRow, medium: string, { legId, reason, summary }: DeskInput<'closeLeg'>): void {
  commitChange(context, { event: 'leg-closed', sessionId: row.session_id, data: { consultation: row.id, leg: legId, medium, reason } }, (at) => {
    closeLegRow(context.db, { id: legId, closed_at: at, reason, summary_json: summary === null ? null : JSON.stringify(summary) });
  });
}

/** What the journal may say of a note: the label of a paper is not among it. */
function lineOf(note: CallNote): { readonly event: JournalEvent; readonly data: JournalData } {
  switch (note.kind) {
    case 'consent':
      return { event: 'consent-recorded', data: { to: note.to } };
    case 'consent-withdrawn':
      return { event: 'consent-withdrawn', data: { to: note.to } };
    case 'code-compared':
      return { event: 'code-compared', data: { matches: note.matches } };
    case 'paper-seen':
      return { event: 'paper-seen', data: {} };
    case 'guest-joined':
      return { event: 'guest-joined', data: { role: note.role } };
  }
}
