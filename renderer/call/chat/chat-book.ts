import type { ControlMessage } from '../../../shared/call/control-message.ts';

export interface ChatLine {
  readonly id: string;
  readonly text: string;
  readonly mine: boolean;
  /** The other side's page has it. */
  readonly received: boolean;
}

export interface ChatSnapshot {
  /** In the order they were written or came. */
  readonly lines: readonly ChatLine[];
  /** What the other side is typing right now, for who reads instead of hearing; finished lines above it. */
  readonly captions: readonly string[];
}

/** So many lines of captions stay in sight. */
const captionsKept = 50;

/**
 * What is written in a call. A line is said again over each new connection until the other side has it, and shown once
 * however often it comes. Kept while the page is open, nowhere else.
 */
export class ChatBook {
  readonly #tell: (message: ControlMessage) => void;
  readonly #newId: () => string;
  readonly #watchers = new Set<() => void>();
  readonly #theirCaptions = new Map<number, string>();
  #snapshot: ChatSnapshot = { lines: [], captions: [] };
  #captionLine = 0;

  /** @param tell says a message over the connection there is; without one it is lost */
  constructor(tell: (message: ControlMessage) => void, newId: () => string = () => crypto.randomUUID()) {
    this.#tell = tell;
    this.#newId = newId;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly snapshot = (): ChatSnapshot => this.#snapshot;

  write(text: string): void {
    const line: ChatLine = { id: this.#newId(), text, mine: true, received: false };
    this.#show({ lines: [...this.#snapshot.lines, line] });
    this.#say(line);
  }

  /** The line being typed, whole at each key; `done` when it is finished. */
  caption(text: string, done: boolean): void {
    this.#tell({ kind: 'caption', line: this.#captionLine, text, done });
    if (done) this.#captionLine += 1;
  }

  #say({ id, text }: ChatLine): void {
    this.#tell({ kind: 'chat', id, text });
  }

  /** The control channel of a connection is open: what the other side does not have yet is said again. */
  sayAgain(): void {
    for (const line of this.#snapshot.lines) if (line.mine && !line.received) this.#say(line);
  }

  /** A message of the other side; what is not written is left alone. */
  take(message: ControlMessage): void {
    switch (message.kind) {
      case 'chat':
        return this.#takeLine(message.id, message.text);
      case 'chatReceived':
        return this.#show({ lines: this.#snapshot.lines.map((line) => (line.mine && line.id === message.id ? { ...line, received: true } : line)) });
      case 'caption':
        return this.#takeCaption(message.line, message.text);
      default:
        return undefined;
    }
  }

  #takeLine(id: string, text: string): void {
    this.#tell({ kind: 'chatReceived', id });
    if (this.#snapshot.lines.some((line) => line.id === id)) return;
    this.#show({ lines: [...this.#snapshot.lines, { id, text, mine: false, received: true }] });
  }

  #takeCaption(line: number, text: string): void {
    this.#theirCaptions.set(line, text);
    for (const old of [...this.#theirCaptions.keys()].sort((left, right) => left - right).slice(0, -captionsKept)) this.#theirCaptions.delete(old);
    this.#show({ captions: [...this.#theirCaptions].sort(([left], [right]) => left - right).map(([, each]) => each) });
  }

  #show(change: Partial<ChatSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}
