import type Database from 'better-sqlite3';
import type { LegEndReason } from '../../../shared/call/leg-reasons.ts';
import { statement } from '../db/statement.ts';
import type { Journal } from '../journal.ts';
import { closeLegRow, openLegs } from './leg-store.ts';
import type { LegRow } from './leg-store.ts';

const lastSign = statement<[string], { session_id: string; at: string }>(
  `select s.id as session_id, max(s.last_activity_at, coalesce((select max(n.at) from call_note n where n.consultation_id = c.id), '')) as at
   from consultation c join session s on s.id = c.session_id where c.id = ?`,
);

/** Ends the legs another run of the program left open: at the last sign of life there is, for nobody knows when it died. */
export function closeInterruptedLegs(db: Database.Database, journal: Journal, processId: string): void {
  for (const leg of openLegs(db)) if (leg.process_id !== processId) endLeg(db, journal, leg, 'desk-interrupted', undefined);
}

/** Ends what is still open when somebody leaves the seat: the page that held it shows the sign-in now. */
export function closeOpenLegs(db: Database.Database, journal: Journal, at: string): void {
  for (const leg of openLegs(db)) endLeg(db, journal, leg, 'page-closed', at);
}

function endLeg(db: Database.Database, journal: Journal, leg: LegRow, reason: LegEndReason, at: string | undefined): void {
  const sign = lastSign(db).get(leg.consultation_id);
  const known = sign?.at ?? leg.opened_at;
  closeLegRow(db, { id: leg.id, closed_at: at ?? (known > leg.opened_at ? known : leg.opened_at), reason, summary_json: null });
  if (sign !== undefined) journal.append('leg-closed', { sessionId: sign.session_id, data: { leg: leg.id, medium: leg.medium, reason } });
}
