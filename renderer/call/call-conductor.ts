import { nextCall } from '../../shared/call/call-machine.ts';
import type { CallEffect, CallEvent, CallState, Carried } from '../../shared/call/call-machine.ts';
import type { ControlMessage } from '../../shared/call/control-message.ts';
import type { Medium } from '../../shared/hub/closed-lists.ts';
import type { Signal } from '../../shared/hub/signal.ts';
import { CallShown } from './call-snapshot.ts';
import type { CallSnapshot, Sending } from './call-snapshot.ts';
import { CodeAgreement } from './code-agreement.ts';
import { receivedBytes } from './flow.ts';
import { askUntilPicture, sendKeyFrames } from './key-frame.ts';
import type { LegKeeper } from './leg-keeper.ts';
import { noTracks } from './media-lines.ts';
import type { LineName } from './media-lines.ts';
import { offers, PeerLink } from './peer-link.ts';
import type { PeerLinkOptions } from './peer-link.ts';
import { bothDescribed, fingerprintsOf } from './short-code.ts';
import { StallWatch } from './stall-watch.ts';

export interface CallConductorOptions extends PeerLinkOptions {
  readonly legs: LegKeeper;
  /** An event that fits nothing where the call stands. */
  readonly onIgnored?: (event: CallEvent['type'], at: CallState['at']) => void;
}

/** A sign of life so often, in milliseconds: three are missed before a call counts as stopped. */
const beatEvery = 450;

/** Runs the call machine over a link to one other party: carries out what it says, and tells it what happens. */
export class CallConductor {
  readonly link: PeerLink;
  /** Counts what comes; what shows the line's quality asks it for the last byte. */
  readonly watch: StallWatch;
  readonly #options: CallConductorOptions;
  readonly #now: () => number;
  readonly #shown = new CallShown();
  readonly #code: CodeAgreement;
  #camera: MediaStreamTrack | null = null;
  #reachable = true;
  #wake: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;

  constructor(options: CallConductorOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.link = new PeerLink(options);
    this.watch = new StallWatch({
      read: async () => this.link.pc && receivedBytes(this.link.pc),
      onCame: () => this.#came(),
      onStopped: () => this.#feed({ type: 'mediaStopped' }),
      now: this.#now,
    });
    this.#code = new CodeAgreement({
      callId: options.callId,
      first: offers(options.me, options.peer),
      say: (message) => this.link.say(message),
      described: async () => this.link.pc && bothDescribed(this.link.pc),
      fingerprints: () => this.link.pc && fingerprintsOf(this.link.pc),
      onCode: (code) => this.#shown.change({ code: code ?? null }),
    });
    this.#listen();
  }

  /** For `useSyncExternalStore`, with `snapshot`. */
  readonly subscribe = (watcher: () => void): (() => void) => this.#shown.subscribe(watcher);

  readonly snapshot = (): CallSnapshot => this.#shown.snapshot;

  /** Devices were chosen and consent was given. */
  start(medium: Carried): void {
    this.#feed({ type: 'start', medium });
  }

  /** By hand: with or without picture, for both sides; or on by telephone or in another programme. */
  changeMedium(medium: Medium): void {
    this.#feed({ type: 'changeMedium', medium });
    if (medium === 'video' || medium === 'audio') this.link.say({ kind: 'medium', medium });
  }

  hangUp(): void {
    this.#feed({ type: 'hangUp' });
  }

  /** The hub says so. */
  consultationEnded(): void {
    this.#feed({ type: 'consultationEnded' });
  }

  /** Whether the hub is there and says that the other party is too; to be told at each change. */
  setReachable(reachable: boolean): void {
    if (reachable === this.#reachable) return;
    this.#reachable = reachable;
    this.link.setReachable(reachable);
    this.#feed({ type: reachable ? 'hubBack' : 'hubLost' });
  }

  takeSignal(signal: Signal): void {
    this.link.takeSignal(signal);
  }

  /** What is sent on a line from now on; `null` takes it off. */
  put(name: LineName, track: MediaStreamTrack | null): void {
    if (name === 'camera') this.#camera = track;
    const sent = name === 'camera' && !this.#hasPicture() ? null : track;
    this.link.put(name, sent);
    this.#nowSending({ [name]: sent?.enabled ?? false });
  }

  /** A line was turned off or on at its track, which stays in place (`track.enabled`). */
  turn(name: LineName, on: boolean): void {
    this.#nowSending({ [name]: on });
  }

  /** What is on the line now, and what the other side is told of it. */
  #nowSending(change: Partial<Sending>): void {
    this.#shown.change({ mine: { ...this.#shown.snapshot.mine, ...change } });
    this.#tellSending();
  }

  #tellSending(): void {
    this.link.say({ kind: 'sending', ...this.#shown.snapshot.mine });
  }

  #hasPicture(): boolean {
    const { state } = this.#shown.snapshot;
    return !('medium' in state) || state.medium === 'video';
  }

  #listen(): void {
    this.link.listen({
      built: (_, { control }) => {
        this.watch.watch();
        // That of a connection given up meanwhile says nothing any more.
        control.addEventListener('open', () => this.link.channels?.control === control && this.#opened());
      },
      tracksCame: (remote) => this.#shown.change({ remote }),
      failed: () => this.#feed({ type: 'mediaStopped' }),
      said: (message, current) => this.#heard(message, current),
      bye: (reason) => reason === 'hung-up' && this.#feed({ type: 'remoteHungUp' }),
      wanted: () => this.#shown.snapshot.state.at === 'apart' && this.#feed({ type: 'hubBack' }),
    });
  }

  #opened(): void {
    this.#tellSending();
    void this.#code.begin();
  }

  /** @param current false for the last words of a connection that was given up: they say nothing of the code of this one */
  #heard(message: ControlMessage, current: boolean): void {
    const { channels } = this.link;
    if (current) void this.#code.take(message, () => this.link.channels === channels);
    if (message.kind === 'keyFrame') sendKeyFrames(this.link.pc);
    else if (message.kind === 'medium') this.#feed({ type: 'changeMedium', medium: message.medium });
    else if (message.kind === 'sending') this.#shown.change({ theirs: { microphone: message.microphone, camera: message.camera, screen: message.screen } });
  }

  /** Both ask and give: whoever's path is back first need not wait for the other's word. */
  #came(): void {
    if (this.#shown.snapshot.state.at !== 'connecting') {
      void askUntilPicture(this.link.pc, () => this.link.say({ kind: 'keyFrame' }));
      sendKeyFrames(this.link.pc);
    }
    this.#feed({ type: 'mediaCame' });
  }

  #feed(event: CallEvent): void {
    const before = this.#shown.snapshot.state;
    const { state, effects, ignored } = nextCall(before, event, this.#now());
    if (ignored) this.#options.onIgnored?.(event.type, before.at);
    if (state !== before) this.#shown.change({ state });
    for (const effect of effects) this.#carryOut(effect);
    // The machine takes the hub for there when media stops; where it went first, it has to hear so.
    if (event.type === 'mediaStopped' && state.at === 'bridging' && !this.#reachable) this.#feed({ type: 'hubLost' });
    if (state.at === 'over') this.link.close();
  }

  #carryOut(effect: CallEffect): void {
    const { legs } = this.#options;
    switch (effect.do) {
      case 'openLeg':
        return legs.openLeg(effect.medium);
      case 'closeLeg':
        return legs.closeLeg(effect.reason);
      case 'countSetUp':
        return legs.countSetUp(effect.afterMs);
      case 'countReconnection':
        return legs.countReconnection(effect.afterMs);
      case 'build':
        return this.#build();
      case 'restart':
        return this.link.restart();
      case 'tearDown':
        return this.#tearDown(effect.sayBye);
      case 'setMedium':
        return this.put('camera', this.#camera);
      case 'wake':
        clearTimeout(this.#wake);
        this.#wake = setTimeout(() => this.#feed({ type: 'tick' }), Math.max(0, effect.at - this.#now()));
    }
  }

  #build(): void {
    this.put('camera', this.#camera);
    this.link.build();
    this.#beat ??= setInterval(() => this.link.beat(), beatEvery);
  }

  #tearDown(sayBye: boolean): void {
    clearTimeout(this.#wake);
    clearInterval(this.#beat);
    this.#beat = undefined;
    this.watch.stop();
    this.#shown.change({ remote: noTracks, theirs: null, code: null });
    this.link.tearDown(sayBye ? 'hung-up' : undefined);
  }
}
