import type Database from 'better-sqlite3';
import type { ConsultationOutcome, DeclineReason, EndReason } from '../../../shared/hub/closed-lists.ts';
import type { ConsultationStage } from '../../../shared/session/consultation-view.ts';
import { statement } from '../db/statement.ts';

/** A consultation as its table has it. */
export interface ConsultationRow {
  readonly id: string;
  readonly session_id: string;
  readonly run_id: string | null;
  readonly hub_address: string;
  readonly office_id: string;
  readonly office_name: string;
  readonly question_json: string;
  readonly sealing_public_key: string;
  readonly sealing_private_key: string | null;
  readonly stage: ConsultationStage;
  readonly asked_at: string;
  readonly call_back_at: string | null;
  readonly claimed_at: string | null;
  readonly official_name: string | null;
  readonly ended_at: string | null;
  readonly end_reason: EndReason | null;
  readonly decline: DeclineReason | null;
  readonly wrap_up_at: string | null;
  readonly outcome: ConsultationOutcome | null;
  readonly standard_route: 0 | 1 | null;
  readonly words_json: string | null;
  readonly follow_up_id: string | null;
}

export type NewConsultation = Pick<
  ConsultationRow,
  'id' | 'session_id' | 'run_id' | 'hub_address' | 'office_id' | 'office_name' | 'question_json' | 'sealing_public_key' | 'sealing_private_key' | 'asked_at'
>;
/** What the hub's view says of a consultation. */
export type Standing = Pick<
  ConsultationRow,
  'office_id' | 'office_name' | 'stage' | 'call_back_at' | 'claimed_at' | 'official_name' | 'ended_at' | 'end_reason' | 'decline'
>;
export type WrapUpColumns = Pick<ConsultationRow, 'wrap_up_at' | 'outcome' | 'standard_route' | 'words_json' | 'follow_up_id'>;

const live = `stage not in ('ended', 'lost')`;
const byId = statement<[string], ConsultationRow>('select * from consultation where id = ?');
const ofSession = statement<[string], ConsultationRow>('select * from consultation where session_id = ? order by asked_at, id');
const liveAt = statement<[string], ConsultationRow>(`select * from consultation where hub_address = ? and ${live} order by asked_at, id`);
const liveElsewhere = statement<[string], ConsultationRow>(`select * from consultation where hub_address <> ? and ${live}`);
const liveIn = statement<[string], ConsultationRow>(`select * from consultation where session_id = ? and ${live}`);
const insert = statement<[NewConsultation]>(
  `insert into consultation (id, session_id, run_id, hub_address, office_id, office_name, question_json, sealing_public_key, sealing_private_key, stage, asked_at)
   values (@id, @session_id, @run_id, @hub_address, @office_id, @office_name, @question_json, @sealing_public_key, @sealing_private_key, 'asking', @asked_at)`,
);
const remove = statement<[string]>('delete from consultation where id = ?');
const stand = statement<[Standing & { id: string }]>(
  `update consultation set office_id = @office_id, office_name = @office_name, stage = @stage, call_back_at = @call_back_at, claimed_at = @claimed_at,
     official_name = @official_name, ended_at = @ended_at, end_reason = @end_reason, decline = @decline where id = @id`,
);
const wrapUp = statement<[WrapUpColumns & { id: string }]>(
  `update consultation set wrap_up_at = @wrap_up_at, outcome = @outcome, standard_route = @standard_route, words_json = @words_json,
     follow_up_id = @follow_up_id where id = @id`,
);

export const findConsultation = (db: Database.Database, id: string): ConsultationRow | undefined => byId(db).get(id);
/** In the order they were asked. */
export const consultationsOf = (db: Database.Database, sessionId: string): readonly ConsultationRow[] => ofSession(db).all(sessionId);
/** Those of a hub that have not ended. */
export const liveConsultationsAt = (db: Database.Database, hubAddress: string): readonly ConsultationRow[] => liveAt(db).all(hubAddress);
/** Those of other hubs that have not ended. */
export const liveConsultationsElsewhere = (db: Database.Database, hubAddress: string): readonly ConsultationRow[] => liveElsewhere(db).all(hubAddress);
export const liveConsultationsIn = (db: Database.Database, sessionId: string): readonly ConsultationRow[] => liveIn(db).all(sessionId);
export const insertConsultation = (db: Database.Database, row: NewConsultation): unknown => insert(db).run(row);
/** One the hub did not take: nothing hangs on it yet. */
export const removeConsultation = (db: Database.Database, id: string): unknown => remove(db).run(id);
export const setStanding = (db: Database.Database, id: string, standing: Standing): unknown => stand(db).run({ ...standing, id });
export const setWrapUp = (db: Database.Database, id: string, columns: WrapUpColumns): unknown => wrapUp(db).run({ ...columns, id });
