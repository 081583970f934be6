import { staleAfter } from '../shared/hub/hub-frames.ts';
import type { Connection, HubParty, PartyKey } from './connection.ts';

/** Leases, in milliseconds: what the other end needs to notice that the line is dead, and some time to come back. */
const lease = { inCall: 2 * staleAfter.inCall, idle: staleAfter.idle + 5_000 } as const;

interface Entry {
  connection: Connection;
  /** As last told to others. */
  present: boolean;
}

/** Who is connected. A lease renewed by every frame, not the open socket, says that somebody is there. */
export class Presence {
  readonly #entries = new Map<PartyKey, Entry>();
  readonly #goneAt = new Map<PartyKey, number>();
  readonly #startedAt: number;
  readonly #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#startedAt = elapsed();
  }

  /** Takes a new connection in; an older one of the same party, unless it is of the same page, is told that it was opened elsewhere. */
  enter(connection: Connection): void {
    const older = this.#entries.get(connection.key)?.connection;
    if (older && this.isOfSamePage(connection)) older.terminate();
    else older?.dismiss('opened-elsewhere');
    this.#entries.set(connection.key, { connection, present: true });
    this.#goneAt.delete(connection.key);
  }

  /** The page of this connection is there already, by another of its sockets. */
  isOfSamePage({ key, page }: Connection): boolean {
    return page !== undefined && this.#entries.get(key)?.connection.page === page;
  }

  /** A connection has ended; false when a later one of the same party had taken its place. */
  leave(connection: Connection): boolean {
    if (this.#entries.get(connection.key)?.connection !== connection) return false;
    this.#entries.delete(connection.key);
    this.#goneAt.set(connection.key, this.#elapsed());
    return true;
  }

  connection(key: PartyKey): Connection | undefined {
    return this.#entries.get(key)?.connection;
  }

  all(): Iterable<Connection> {
    return [...this.#entries.values()].map(({ connection }) => connection);
  }

  get size(): number {
    return this.#entries.size;
  }

  isPresent(key: PartyKey): boolean {
    return this.#entries.get(key)?.present === true;
  }

  /** Milliseconds since a party was last there; 0 while it is. A hub that has just started knows of nobody's absence. */
  absentFor(key: PartyKey): number {
    if (this.isPresent(key)) return 0;
    const entry = this.#entries.get(key);
    return this.#elapsed() - (entry?.connection.heardAt ?? this.#goneAt.get(key) ?? this.#startedAt);
  }

  /** Looks at every lease; the parties that came or went since the last look. */
  review(isInCall: (key: PartyKey) => boolean): readonly HubParty[] {
    const now = this.#elapsed();
    const changed: HubParty[] = [];
    for (const [key, entry] of this.#entries) {
      const silent = now - entry.connection.heardAt;
      const present = silent < (isInCall(key) ? lease.inCall : lease.idle);
      if (present !== entry.present) changed.push(entry.connection.party);
      entry.present = present;
      if (silent >= 2 * lease.idle) entry.connection.terminate();
    }
    return changed;
  }
}
