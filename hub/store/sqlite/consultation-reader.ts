import type Database from 'better-sqlite3';
import type { ConsultationState } from '../../../shared/hub/consultation.ts';
import type { ConsultationOutcome, DeclineReason, EndReason, Medium } from '../../../shared/hub/closed-lists.ts';
import type { StoredConsultation } from '../hub-store.ts';

interface ConsultationRow {
  readonly id: string;
  readonly desk_id: string;
  readonly office_id: string;
  readonly question: string;
  readonly checklist: string | null;
  readonly desk_sealing_key: string;
  readonly asked_at: string;
  readonly claimed_at: string | null;
  readonly state: ConsultationState['at'];
  readonly state_since: string;
  readonly call_back_at: string | null;
  readonly official_id: string | null;
  readonly taken_at: string | null;
  readonly call_id: string | null;
  readonly medium: Medium;
  readonly end_reason: EndReason | null;
  readonly decline: DeclineReason | null;
  readonly wrap_up: string | null;
  readonly outcome: ConsultationOutcome | null;
  readonly wrap_up_kept_at: string | null;
  readonly desk_name: string;
  readonly desk_phone: string | null;
  readonly official_name: string | null;
}

/** Reads the consultations (`c`) of a condition; `order` as SQL. */
export function consultationReader(db: Database.Database, where: string, order = 'c.asked_at, c.id'): (values: Record<string, unknown>) => StoredConsultation[] {
  const read = db.prepare<[Record<string, unknown>], ConsultationRow>(
    `select c.*, d.name as desk_name, d.phone as desk_phone, o.name as official_name
     from consultation c join desk d on d.id = c.desk_id left join official o on o.id = c.official_id
     where ${where} order by ${order}`,
  );
  return (values) => read.all(values).map(fromRow);
}

const fromRow = (row: ConsultationRow): StoredConsultation => ({
  id: row.id,
  deskId: row.desk_id,
  officeId: row.office_id,
  question: JSON.parse(row.question),
  checklist: row.checklist === null ? null : JSON.parse(row.checklist),
  askedAt: row.asked_at,
  claimedAt: row.claimed_at,
  state: stateOf(row),
  wrapUp: row.wrap_up === null ? null : JSON.parse(row.wrap_up),
  deskName: row.desk_name,
  deskPhone: row.desk_phone,
  deskSealingKey: row.desk_sealing_key,
  officialName: row.official_name,
  takenAt: row.taken_at,
  medium: row.medium,
  outcome: row.outcome,
  wrapUpKept: row.wrap_up_kept_at !== null,
});

function stateOf(row: ConsultationRow): ConsultationState {
  const since = row.state_since;
  switch (row.state) {
    case 'waiting':
      return { at: 'waiting' };
    case 'promised':
      return { at: 'promised', callBackAt: there(row.call_back_at) };
    case 'ringing':
      return { at: 'ringing', officialId: there(row.official_id), since, callBackAt: there(row.call_back_at) };
    case 'active':
      return { at: 'active', officialId: there(row.official_id), since, callId: there(row.call_id) };
    case 'ended':
      return { at: 'ended', since, reason: there(row.end_reason), officialId: row.official_id, decline: row.decline };
  }
}

/** The table's checks say that it is. */
function there<T>(value: T | null): T {
  if (value === null) throw new Error('a consultation lacks what its state says it has');
  return value;
}
