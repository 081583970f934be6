import type { ControlMessage } from '../../../shared/call/control-message.ts';
import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import type { Party } from '../../../shared/hub/signal.ts';

/** Who writes, as they were called when they did: their place in the call may be another's later. */
export interface Author {
  readonly party: Party;
  readonly role: 'desk' | 'official' | GuestRole;
  readonly name: string;
}

export interface ChatLine {
  readonly id: string;
  readonly text: string;
  /** Who wrote it; undefined for this page's own. */
  readonly from: Author | undefined;
  /** Parties it was written to whose pages do not have it yet. */
  readonly missing: readonly Party[];
}

/** What somebody types, as it stands. */
export interface Caption {
  readonly from: Author;
  readonly text: string;
}

export interface ChatSnapshot {
  /** In the order they were written or came. */
  readonly lines: readonly ChatLine[];
  /** What the others are typing right now, for who reads instead of hearing; finished lines above it. */
  readonly captions: readonly Caption[];
}

/** So many lines of captions stay in sight. */
const captionsKept = 50;

/**
 * What is written in a call, to everybody in it. A line is said again over each new connection until the other side has it,
 * and shown once however often it comes; who joins later is not told what was written before. Kept while the page is open,
 * nowhere else.
 */
export class ChatBook {
  readonly #tell: (party: Party, message: ControlMessage) => void;
  readonly #newId: () => string;
  readonly #watchers = new Set<() => void>();
  readonly #parties = new Set<Party>();
  /** By who types and the number of their line; in the order they began. */
  readonly #captions = new Map<string, Caption>();
  #snapshot: ChatSnapshot = { lines: [], captions: [] };
  #captionLine = 0;

  /** @param tell says a message to a party over the connection there is; without one it is lost */
  constructor(tell: (party: Party, message: ControlMessage) => void, newId: () => string = () => crypto.randomUUID()) {
    this.#tell = tell;
    this.#newId = newId;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly snapshot = (): ChatSnapshot => this.#snapshot;

  /** From now on what is written goes to them too. */
  join(party: Party): void {
    this.#parties.add(party);
  }

  /** They are gone, and nothing waits for them any more; what they wrote stays. The next in their place counts from 0 again. */
  leave(party: Party): void {
    this.#parties.delete(party);
    for (const key of this.#captions.keys()) if (key.startsWith(`${party} `)) this.#captions.delete(key);
    this.#show({ lines: this.#snapshot.lines.map((line) => received(line, party)), captions: [...this.#captions.values()] });
  }

  write(text: string): void {
    const line: ChatLine = { id: this.#newId(), text, from: undefined, missing: [...this.#parties] };
    this.#show({ lines: [...this.#snapshot.lines, line] });
    for (const party of line.missing) this.#say(party, line);
  }

  /** The line being typed, whole at each key; `done` when it is finished. */
  caption(text: string, done: boolean): void {
    for (const party of this.#parties) this.#tell(party, { kind: 'caption', line: this.#captionLine, text, done });
    if (done) this.#captionLine += 1;
  }

  #say(party: Party, { id, text }: ChatLine): void {
    this.#tell(party, { kind: 'chat', id, text });
  }

  /** The control channel of a connection is open: what the other side does not have yet is said again. */
  sayAgain(party: Party): void {
    for (const line of this.#snapshot.lines) if (line.missing.includes(party)) this.#say(party, line);
  }

  /** A message of another party; what is not written is left alone. */
  take(from: Author, message: ControlMessage): void {
    switch (message.kind) {
      case 'chat':
        return this.#takeLine(from, message.id, message.text);
      case 'chatReceived':
        return this.#show({ lines: this.#snapshot.lines.map((line) => (line.id === message.id ? received(line, from.party) : line)) });
      case 'caption':
        return this.#takeCaption(from, message.line, message.text);
      default:
        return undefined;
    }
  }

  #takeLine(from: Author, id: string, text: string): void {
    this.#tell(from.party, { kind: 'chatReceived', id });
    if (this.#snapshot.lines.some((line) => line.id === id && line.from?.party === from.party)) return;
    this.#show({ lines: [...this.#snapshot.lines, { id, text, from, missing: [] }] });
  }

  #takeCaption(from: Author, line: number, text: string): void {
    this.#captions.set(`${from.party} ${line}`, { from, text });
    for (const old of [...this.#captions.keys()].slice(0, -captionsKept)) this.#captions.delete(old);
    this.#show({ captions: [...this.#captions.values()] });
  }

  #show(change: Partial<ChatSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}

const received = (line: ChatLine, by: Party): ChatLine => (line.missing.includes(by) ? { ...line, missing: line.missing.filter((party) => party !== by) } : line);
