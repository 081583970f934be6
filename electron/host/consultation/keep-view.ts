import { instantText } from '../../../shared/desk/clock.ts';
import type { DeskConsultation, DeskHubView } from '../../../shared/hub/hub-views.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { commitChange } from '../session/commit-change.ts';
import type { ChangeGround, ChangeLine } from '../session/commit-change.ts';
import { findConsultation, liveConsultationsAt, liveConsultationsElsewhere, setStanding } from './consultation-store.ts';
import type { ConsultationRow, Standing } from './consultation-store.ts';

/**
 * Writes down what a hub's view says of this desk's consultations. The hub has the last word on where they stand; what it
 * says of consultations this desk never asked there is passed over.
 * @returns consultations written down here that the hub does not have yet: to be asked again
 */
export function keepView(ground: ChangeGround, hubAddress: string, view: DeskHubView): readonly ConsultationRow[] {
  for (const seen of view.consultations) {
    const row = findConsultation(ground.db, seen.id);
    if (row?.hub_address === hubAddress) keepStanding(ground, row, standingFrom(row, seen, instantText(ground.clock())));
  }
  const known = new Set(view.consultations.map(({ id }) => id));
  const missing = liveConsultationsAt(ground.db, hubAddress).filter(({ id }) => !known.has(id));
  for (const row of missing) if (row.stage !== 'asking') lose(ground, row);
  return missing.filter(({ stage }) => stage === 'asking');
}

/** The desk has another hub, or none: nobody will say any more how it goes on at the one before. */
export function loseElsewhere(ground: ChangeGround, hubAddress: string): void {
  for (const row of liveConsultationsElsewhere(ground.db, hubAddress)) lose(ground, row);
}

const lose = (ground: ChangeGround, row: ConsultationRow): void => keepStanding(ground, row, { ...row, stage: 'lost', ended_at: instantText(ground.clock()) });

/** The hub has put this desk out: whatever was going on there has ended. */
export function endAllAsRevoked(ground: ChangeGround, hubAddress: string): void {
  const ending = { stage: 'ended', end_reason: 'desk-revoked', ended_at: instantText(ground.clock()) } as const;
  for (const row of liveConsultationsAt(ground.db, hubAddress)) keepStanding(ground, row, { ...row, ...ending });
}

/** Instants are this desk's own where the view does not have to give them: its clock and the hub's may be a day apart. */
function standingFrom(row: ConsultationRow, seen: DeskConsultation, now: string): Standing {
  const ended = seen.state === 'ended';
  return {
    office_id: seen.officeId,
    office_name: seen.officeName,
    stage: seen.state,
    call_back_at: seen.callBackAt,
    claimed_at: row.claimed_at ?? (seen.state === 'active' ? now : null),
    official_name: seen.officialName ?? row.official_name,
    ended_at: ended ? (row.ended_at ?? now) : null,
    end_reason: ended ? seen.endReason : null,
    decline: ended ? seen.decline : null,
  };
}

const columns = ['office_id', 'office_name', 'stage', 'call_back_at', 'claimed_at', 'official_name', 'ended_at', 'end_reason', 'decline'] as const satisfies readonly (keyof Standing)[];

function keepStanding(ground: ChangeGround, row: ConsultationRow, next: Standing): void {
  if (columns.every((column) => row[column] === next[column])) return;
  const standing: Standing = pick(next);
  const line = lineOf(row, standing);
  if (line !== undefined) return commitChange(ground, line, () => setStanding(ground.db, row.id, standing));
  inTransaction(ground.db, () => setStanding(ground.db, row.id, standing));
  ground.emit({ name: 'recordsChanged', data: { sessionId: row.session_id } });
}

const pick = ({ office_id, office_name, stage, call_back_at, claimed_at, official_name, ended_at, end_reason, decline }: Standing): Standing => ({
  office_id, office_name, stage, call_back_at, claimed_at, official_name, ended_at, end_reason, decline,
});

/** What the journal says of a step, where it says anything: of a place in a queue it does not. */
function lineOf(row: ConsultationRow, next: Standing): ChangeLine | undefined {
  const { id, session_id: sessionId } = row;
  const about = { consultation: id };
  if (next.stage === 'lost') return { event: 'consultation-lost', sessionId, data: about };
  if (next.stage === 'ended' && row.stage !== 'ended') return { event: 'consultation-ended', sessionId, data: { ...about, reason: next.end_reason, decline: next.decline } };
  if (row.claimed_at === null && next.claimed_at !== null) return { event: 'consultation-claimed', sessionId, data: { ...about, office: next.office_id } };
  if (next.stage === 'promised' && row.call_back_at !== next.call_back_at) return { event: 'call-back-promised', sessionId, data: { ...about, at: next.call_back_at } };
  return undefined;
}
