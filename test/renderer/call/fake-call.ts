import type { CallConductor } from '../../../renderer/call/call-conductor.ts';
import type { DataChannels } from '../../../renderer/call/data-channels.ts';
import type { PeerLinkListener } from '../../../renderer/call/peer-link.ts';
import type { ControlMessage } from '../../../shared/call/control-message.ts';

/** One end of a data channel whose other end is `other`; what is sent arrives at once, in order. */
class FakeChannel extends EventTarget {
  readyState: RTCDataChannelState = 'open';
  bufferedAmount = 0;
  other: FakeChannel | undefined;

  send(data: string | Uint8Array<ArrayBuffer>): void {
    const arrived = typeof data === 'string' ? data : data.slice().buffer;
    queueMicrotask(() => this.readyState === 'open' && this.other?.dispatchEvent(new MessageEvent('message', { data: arrived })));
  }
  close(): void {
    this.readyState = 'closed';
    this.dispatchEvent(new Event('close'));
  }
}

const names = ['control', 'papers', 'pointer'] as const;
type FakeChannels = Record<(typeof names)[number], FakeChannel>;
const channels = (): FakeChannels => ({ control: new FakeChannel(), papers: new FakeChannel(), pointer: new FakeChannel() });

/** One side of a call without media: what its papers and its pointer need of a conductor. */
class FakeSide {
  readonly #watchers = new Set<() => void>();
  readonly #listeners = new Set<PeerLinkListener>();
  at: 'live' | 'over' = 'live';
  channels: FakeChannels | undefined;
  other: FakeSide | undefined;
  readonly said: ControlMessage[] = [];

  /** As much of a conductor as is asked for here. */
  readonly conductor = {
    subscribe: (watcher: () => void) => {
      this.#watchers.add(watcher);
      return () => this.#watchers.delete(watcher);
    },
    snapshot: () => ({ state: { at: this.at } }),
    link: this.#link(),
  } as unknown as CallConductor;

  over(): void {
    this.at = 'over';
    for (const watcher of this.#watchers) watcher();
  }

  build(made: FakeChannels): void {
    this.channels = made;
    for (const { built } of this.#listeners) built?.({} as RTCPeerConnection, made as unknown as DataChannels);
  }

  hear(message: ControlMessage): void {
    for (const { said } of this.#listeners) said?.(message, true);
  }

  #link() {
    // oxlint-disable-next-line typescript/no-this-alias, unicorn/no-this-assignment -- the getter below has a `this` of its own
    const side = this;
    return {
      listen: (listener: PeerLinkListener) => {
        side.#listeners.add(listener);
        return () => side.#listeners.delete(listener);
      },
      say: (message: ControlMessage) => {
        if (!side.channels) return false;
        side.said.push(message);
        side.other?.hear(message);
        return true;
      },
      get channels() {
        return side.channels;
      },
    };
  }
}

/** Desk and official, joined by `connect` and parted by `cut`. */
export class FakeCall {
  readonly desk = new FakeSide();
  readonly official = new FakeSide();

  constructor() {
    this.desk.other = this.official;
    this.official.other = this.desk;
  }

  connect(): void {
    const [left, right] = [channels(), channels()];
    for (const name of names) {
      left[name].other = right[name];
      right[name].other = left[name];
    }
    this.desk.build(left);
    this.official.build(right);
  }

  cut(): void {
    for (const side of [this.desk, this.official]) {
      for (const name of names) side.channels?.[name].close();
      side.channels = undefined;
    }
  }
}
