import { newCall } from '../../shared/call/call-machine.ts';
import type { CallState } from '../../shared/call/call-machine.ts';
import { noTracks } from './media-lines.ts';
import type { LineName, Tracks } from './media-lines.ts';

export type Sending = Readonly<Record<LineName, boolean>>;

/** A call as a page shows it; another object at each change. */
export interface CallSnapshot {
  readonly state: CallState;
  /** What comes from the other side. */
  readonly remote: Tracks;
  /** What of theirs is on; `null` before they said so. */
  readonly theirs: Sending | null;
  /** What of ours is on. */
  readonly mine: Sending;
  /** Six digits to compare; `null` until both sides have agreed on them. */
  readonly code: string | null;
}

const nothingOn: Sending = { microphone: false, camera: false, screen: false };

/** The snapshot of a call and who watches it. */
export class CallShown {
  readonly #watchers = new Set<() => void>();
  #snapshot: CallSnapshot = { state: newCall, remote: noTracks, theirs: null, mine: nothingOn, code: null };

  get snapshot(): CallSnapshot {
    return this.#snapshot;
  }

  subscribe(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  change(change: Partial<CallSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}
