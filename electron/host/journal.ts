import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { instantText } from '../../shared/desk/clock.ts';
import type { Clock } from '../../shared/desk/clock.ts';
import type { JournalEvent } from '../../shared/session/journal-events.ts';

/** Ids, codes, counts and instants only: the journal outlives the personal data it speaks about. */
export type JournalData = Readonly<Record<string, string | number | boolean | null>>;

/** The append-only, hash-chained story of the desk. */
export interface Journal {
  /** Writes one line. Call it inside the transaction of the change it tells, so that both are on disk or neither. */
  append(event: JournalEvent, about?: { readonly sessionId?: string; readonly data?: JournalData }): void;
}

interface Line {
  readonly seq: number;
  readonly at: string;
  readonly clerk_id: string | null;
  readonly event: string;
  readonly session_id: string | null;
  readonly data_json: string;
}
/** A line of the journal as it lies in the records. */
export interface SealedLine extends Line {
  readonly previous_hash: string;
  readonly hash: string;
}

/** What stands before the first line. */
export const firstHash = '0'.repeat(64);

/** The seal of a line: SHA-256 over the seal before it and the line's content in a fixed order. */
export function seal(previousHash: string, line: Line): string {
  const content = JSON.stringify([line.seq, line.at, line.clerk_id, line.event, line.session_id, line.data_json]);
  return hash('sha256', previousHash + content, 'hex');
}

/** The journal of open records, written in the name of one clerk (null: the desk itself). */
export function createJournal(db: Database.Database, clock: Clock, clerkId: string | null): Journal {
  const last = db.prepare<[], { seq: number; hash: string }>('select seq, hash from journal order by seq desc limit 1');
  const insert = db.prepare<SealedLine>(
    `insert into journal (seq, at, clerk_id, event, session_id, data_json, previous_hash, hash)
     values (@seq, @at, @clerk_id, @event, @session_id, @data_json, @previous_hash, @hash)`,
  );
  return {
    // The last line is read each time, a few microseconds: a remembered one would be wrong after a rollback.
    append(event, { sessionId, data } = {}) {
      const before = last.get() ?? { seq: 0, hash: firstHash };
      const line: Line = {
        seq: before.seq + 1,
        at: instantText(clock()),
        clerk_id: clerkId,
        event,
        session_id: sessionId ?? null,
        data_json: JSON.stringify(data ?? {}),
      };
      insert.run({ ...line, previous_hash: before.hash, hash: seal(before.hash, line) });
    },
  };
}
