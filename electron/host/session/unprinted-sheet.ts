import type { SessionSummary } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';
import type { HostContext } from '../host-context.ts';
import { readSummary } from './session-summary.ts';

interface Last {
  readonly id: string;
}

const lastClosed = `select c.rowid from session c indexed by session_closed where c.closed_at >= @since and c.clerk_id = @clerk order by c.closed_at desc, c.rowid desc limit 1`;
const leftUnprinted = statement<[{ clerk: string; process: string; since: string }], Last>(
  `select s.id from session s where s.rowid = (${lastClosed})
   and s.process_id <> @process and s.privacy <> 'confidential' and s.wiped_at is null and s.autonomy is not null and s.outcome <> 'cancelled'
   and not exists (select 1 from print_job p where p.session_id = s.id and p.state <> 'queued' and p.at >= s.closed_at)`,
);

/**
 * The session the clerk closed last, since `since` (ISO 8601, UTC), where another run of the program closed it and nobody has
 * said since what became of its sheet: that run may have ended before it asked. A sheet left unprinted under this one was the
 * clerk's choice, and a session closed as interrupted, without the closing's questions, has none to hand over.
 */
export function unprintedSheet({ db, seat, processId }: HostContext, since: string): SessionSummary | undefined {
  const last = leftUnprinted(db).get({ clerk: seat.clerkId, process: processId, since });
  return last && readSummary(db, last.id);
}
