import { CallConductor } from '../../../../renderer/call/call-conductor.ts';
import type { CallSnapshot } from '../../../../renderer/call/call-snapshot.ts';
import { MediaLadder } from '../../../../renderer/call/media-ladder.ts';
import type { LineView } from '../../../../renderer/call/media-ladder.ts';
import { lineSender } from '../../../../renderer/call/media-lines.ts';
import type { LineName, Tracks } from '../../../../renderer/call/media-lines.ts';
import type { Party, Signal } from '../../../../shared/hub/signal.ts';
import { MediaSeen } from './media-seen.ts';
import { PaperRuns } from './paper-runs.ts';
import { plainCall } from './plain-call.ts';
import { TestSignalLine } from './signal-line.ts';

export interface HarnessOptions {
  readonly callId: string;
  readonly me: Party;
  readonly peer: Party;
  readonly name: string;
  readonly iceServers: { urls: string[]; username?: string; credential?: string }[];
  readonly relayOnly: boolean;
}

const video = document.querySelector('video');
const audio = document.querySelector('audio');
if (!video || !audio) throw new Error('the page has lost its elements');

/** What a test does with the page. */
export class Harness {
  readonly seen = new MediaSeen();
  /** Every change and its time, by the computer's clock. */
  readonly log: { at: number; what: string }[] = [];
  conductor: CallConductor | undefined;
  ladder: MediaLadder | undefined;
  line: LineView | undefined;
  plain: RTCPeerConnection | undefined;
  paperRuns: PaperRuns | undefined;
  startedAt = 0;
  #send: (signal: Signal) => void = () => undefined;
  #taker: ((signal: Signal) => void) | undefined;
  readonly #early: Signal[] = [];

  /** The camera and microphone of the page, opened beforehand: a call's set-up is not their opening. */
  readonly #devices = navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 480, height: 360, frameRate: 30 } });

  async ready(): Promise<void> {
    await this.#devices;
  }

  /** Meets the other page at the relay; what is signalled before the call begins waits for it. */
  async join({ name, peer }: HarnessOptions): Promise<void> {
    const line = new TestSignalLine({ name, peer, onSignal: (signal) => this.hear(signal), onReachable: (reachable) => this.setReachable(reachable) });
    this.#send = (signal) => line.send(signal);
    await line.met();
  }

  /** Instead of the relay: signals leave by a function the test has given the page, and come by `hear`. */
  joinThroughTest(): void {
    this.#send = (signal) => window.sendSignal(signal);
  }

  hear(signal: Signal): void {
    if (this.#taker) this.#taker(signal);
    else this.#early.push(signal);
  }

  setReachable(reachable: boolean): void {
    this.conductor?.setReachable(reachable);
  }

  async start({ callId, me, peer, iceServers, relayOnly }: HarnessOptions): Promise<void> {
    const stream = await this.#devices;
    const note = (what: string) => this.log.push({ at: Date.now(), what });
    const legs = { openLeg: (medium: string) => note(`open ${medium}`), closeLeg: (reason: string) => note(`close ${reason}`), countReconnection: (ms: number) => note(`back ${Math.round(ms)}`), countSetUp: () => undefined, countSample: () => undefined };
    const relayPass = () => Promise.resolve({ iceServers, until: new Date(Date.now() + 600_000).toISOString(), validFor: 600 });
    this.startedAt = Date.now();
    const conductor = new CallConductor({ callId, me, peer, relayPass, relayOnly, legs, send: (signal) => this.#send(signal) });
    this.conductor = conductor;
    const ladder = new MediaLadder({ pc: () => conductor.link.pc, flow: conductor.watch, onChange: (view) => (this.line = view) });
    this.ladder = ladder;
    ladder.start();
    conductor.subscribe(() => this.#show(conductor.snapshot(), note));
    this.#watch(() => conductor.link.pc);
    conductor.put('microphone', stream.getAudioTracks()[0] ?? null);
    conductor.put('camera', stream.getVideoTracks()[0] ?? null);
    this.#takeWith((signal) => conductor.takeSignal(signal));
    conductor.start('video');
  }

  /** Papers, once the call is live. */
  startPapers(part: 'shows' | 'views'): void {
    if (this.conductor && this.ladder) this.paperRuns = new PaperRuns(this.conductor, this.ladder, part);
  }

  async startPlain({ callId, me, peer, iceServers, relayOnly }: HarnessOptions): Promise<void> {
    const stream = await this.#devices;
    this.#watch(() => this.plain);
    this.startedAt = Date.now();
    const config: RTCConfiguration = { iceServers, ...(relayOnly && { iceTransportPolicy: 'relay' }) };
    const { pc, take } = plainCall({ callId, me, peer, stream, config, send: (signal) => this.#send(signal), onTrack: (track) => this.#play({ camera: null, microphone: null, screen: null, [track.kind === 'video' ? 'camera' : 'microphone']: track }) });
    this.plain = pc;
    this.#takeWith((signal) => void take(signal));
  }

  snapshot(): CallSnapshot | undefined {
    return this.conductor?.snapshot();
  }

  async selectedPair(): Promise<{ local: string; remote: string } | undefined> {
    const report = await (this.conductor?.link.pc ?? this.plain)?.getStats();
    const all = [...(report?.values() ?? [])] as { id: string; type: string; selectedCandidatePairId?: string; localCandidateId?: string; remoteCandidateId?: string; candidateType?: string }[];
    const byId = new Map(all.map((entry) => [entry.id, entry]));
    const pair = byId.get(all.find(({ type }) => type === 'transport')?.selectedCandidatePairId ?? '');
    return pair && { local: byId.get(pair.localCandidateId ?? '')?.candidateType ?? '', remote: byId.get(pair.remoteCandidateId ?? '')?.candidateType ?? '' };
  }

  /** What this side was asked to send its sound as, by name. */
  soundCodec(): string | undefined {
    const sdp = this.conductor?.link.pc?.currentRemoteDescription?.sdp ?? '';
    const [, payload] = /^m=audio \d+ \S+ (\d+)/m.exec(sdp) ?? [];
    return new RegExp(`^a=rtpmap:${payload} (\\S+)`, 'm').exec(sdp)?.[1];
  }

  /** What the browser was told of sending a line. */
  encoding(name: LineName): RTCRtpEncodingParameters | undefined {
    const pc = this.conductor?.link.pc;
    return pc && lineSender(pc, name)?.getParameters().encodings[0];
  }

  #takeWith(taker: (signal: Signal) => void): void {
    this.#taker = taker;
    for (const signal of this.#early.splice(0)) taker(signal);
  }

  #watch(connection: () => RTCPeerConnection | undefined): void {
    if (video) this.seen.watchPicture(video);
    this.seen.watchSound(connection);
  }

  #last = 'ready';
  #tracks: Tracks | undefined;
  #show({ state, remote }: CallSnapshot, note: (what: string) => void): void {
    if (state.at !== this.#last) note(state.at);
    this.#last = state.at;
    if (remote !== this.#tracks) this.#play(remote);
    this.#tracks = remote;
  }

  #play({ camera, microphone }: Tracks): void {
    if (video && camera) video.srcObject = new MediaStream([camera]);
    if (audio && microphone) audio.srcObject = new MediaStream([microphone]);
  }
}

declare global {
  interface Window {
    harness: Harness;
    sendSignal: (signal: Signal) => void;
  }
}
window.harness = new Harness();
