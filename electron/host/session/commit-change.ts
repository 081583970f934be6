import { instantText } from '../../../shared/desk/clock.ts';
import type { JournalEvent } from '../../../shared/session/journal-events.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { HostContext } from '../host-context.ts';
import type { JournalData } from '../journal.ts';
import { touchSession } from './session-store.ts';

/** What the journal says of a change. */
export interface ChangeLine {
  readonly event: JournalEvent;
  readonly sessionId: string;
  readonly data?: JournalData;
}

/** What a change is made on; the desk itself makes some, in nobody's name. */
export type ChangeGround = Pick<HostContext, 'db' | 'clock' | 'journal' | 'emit'>;

/**
 * Makes one change to a session: the record, the journal line and the session's last activity in one transaction, on disk
 * when this returns; then the screens hear of it. Everything that may be refused is checked before.
 * @param write gets the instant of the change, as the records write it
 */
export function commitChange(context: ChangeGround, { event, sessionId, data }: ChangeLine, write: (at: string) => void): void {
  const at = instantText(context.clock());
  inTransaction(context.db, () => {
    write(at);
    touchSession(context.db, sessionId, at);
    context.journal.append(event, { sessionId, ...(data !== undefined && { data }) });
  });
  context.emit({ name: 'recordsChanged', data: { sessionId } });
}
