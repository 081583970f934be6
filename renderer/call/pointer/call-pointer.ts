import { readPointerMessage } from '../../../shared/call/pointer-message.ts';
import type { PointedSurface, PointerMessage } from '../../../shared/call/pointer-message.ts';
import type { CallConductor } from '../call-conductor.ts';
import { sendText } from '../data-channels.ts';
import type { DataChannels } from '../data-channels.ts';

/** A place on a surface, in shares from its left and its top. */
export type Place = NonNullable<PointerMessage['at']>;

export interface PointerSnapshot {
  /** What this side points at; `null` while it does not. */
  readonly mine: PointedSurface | null;
  /** Where the other side points; `null` when it points nowhere. */
  readonly theirs: { readonly surface: PointedSurface; readonly at: Place } | null;
}

/** In milliseconds: no more often than a hand is seen to move; again when nothing moved, for what got lost; and then it is over. */
export const pointerTiming = { sendEvery: 33, repeatEvery: 1_000, forgetAfter: 3_500 } as const;

type Link = Pick<CallConductor['link'], 'listen' | 'say' | 'channels'>;

const nobodyPoints: PointerSnapshot = { mine: null, theirs: null };

/** Who points where in a call, both ways, over whichever connection it has now. */
export class CallPointer {
  readonly #link: Link;
  readonly #watchers = new Set<() => void>();
  #snapshot: PointerSnapshot = nobodyPoints;
  #at: Place | null = null;
  #count = 0;
  #heard = 0;
  #sentAt = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #repeat: ReturnType<typeof setInterval> | undefined;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(link: Link) {
    this.#link = link;
    link.listen({
      built: (_, channels) => this.#attach(channels),
      said: (message) => message.kind === 'pointer' && !message.on && this.#show({ theirs: null }),
    });
    if (link.channels) this.#attach(link.channels);
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly snapshot = (): PointerSnapshot => this.#snapshot;

  /** This side points at a surface from now on, no longer at another; `null` for nothing. */
  point(surface: PointedSurface | null): void {
    clearTimeout(this.#later);
    clearInterval(this.#repeat);
    this.#at = null;
    this.#show({ mine: surface });
    this.#link.say({ kind: 'pointer', on: surface !== null });
    if (surface !== null) this.#repeat = setInterval(() => this.#send(), pointerTiming.repeatEvery);
  }

  /** Where on it; `null` while the hand is off it. */
  move(at: Place | null): void {
    this.#at = at;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#send(), Math.max(0, this.#sentAt + pointerTiming.sendEvery - Date.now()));
  }

  /** The call is over. */
  close(): void {
    clearTimeout(this.#later);
    clearInterval(this.#repeat);
    clearTimeout(this.#forget);
    this.#show(nobodyPoints);
  }

  #send(): void {
    const { mine: surface } = this.#snapshot;
    const channel = this.#link.channels?.pointer;
    if (surface === null || !channel) return;
    this.#sentAt = Date.now();
    // A page that was loaded anew goes on above where it was.
    this.#count = Math.max(this.#count + 1, this.#sentAt);
    const message: PointerMessage = { count: this.#count, surface, at: this.#at };
    sendText(channel, JSON.stringify(message));
  }

  #attach({ pointer }: DataChannels): void {
    pointer.addEventListener('message', ({ data }: MessageEvent) => this.#take(readPointerMessage(data)));
  }

  #take(message: PointerMessage | undefined): void {
    if (!message || message.count <= this.#heard) return;
    this.#heard = message.count;
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => this.#show({ theirs: null }), pointerTiming.forgetAfter);
    this.#show({ theirs: message.at && { surface: message.surface, at: message.at } });
  }

  #show(change: Partial<PointerSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}

const pointers = new WeakMap<CallConductor, CallPointer>();

/** The pointer of a call: one as long as its conductor, whatever of its screen comes and goes. */
export function pointerOf(conductor: CallConductor): CallPointer {
  const known = pointers.get(conductor);
  if (known) return known;
  const pointer = new CallPointer(conductor.link);
  pointers.set(conductor, pointer);
  conductor.subscribe(() => conductor.snapshot().state.at === 'over' && pointer.close());
  return pointer;
}
