import type Database from 'better-sqlite3';
import type { LegEndReason } from '../../../shared/call/leg-reasons.ts';
import type { Medium } from '../../../shared/hub/closed-lists.ts';
import { statement } from '../db/statement.ts';

/** A leg as its table has it. */
export interface LegRow {
  readonly id: string;
  readonly consultation_id: string;
  readonly process_id: string;
  readonly medium: Medium;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly reason: LegEndReason | null;
  readonly summary_json: string | null;
}
type NewLeg = Pick<LegRow, 'id' | 'consultation_id' | 'process_id' | 'medium' | 'opened_at'>;
type Ending = Pick<LegRow, 'id' | 'closed_at' | 'reason' | 'summary_json'>;

const byId = statement<[string], LegRow>('select * from call_leg where id = ?');
const of = statement<[string], LegRow>('select * from call_leg where consultation_id = ? order by opened_at, rowid');
const openOf = statement<[string], LegRow>('select * from call_leg where consultation_id = ? and closed_at is null');
const open = statement<[], LegRow>('select * from call_leg where closed_at is null');
const insert = statement<[NewLeg]>(
  'insert into call_leg (id, consultation_id, process_id, medium, opened_at) values (@id, @consultation_id, @process_id, @medium, @opened_at)',
);
const close = statement<[Ending]>('update call_leg set closed_at = @closed_at, reason = @reason, summary_json = @summary_json where id = @id and closed_at is null');

export const findLeg = (db: Database.Database, id: string): LegRow | undefined => byId(db).get(id);
/** In the order they were opened. */
export const legsOf = (db: Database.Database, consultationId: string): readonly LegRow[] => of(db).all(consultationId);
/** The leg that goes on; there is at most one. */
export const openLegOf = (db: Database.Database, consultationId: string): LegRow | undefined => openOf(db).get(consultationId);
export const openLegs = (db: Database.Database): readonly LegRow[] => open(db).all();
export const insertLeg = (db: Database.Database, leg: NewLeg): unknown => insert(db).run(leg);
export const closeLegRow = (db: Database.Database, ending: Ending): unknown => close(db).run(ending);
