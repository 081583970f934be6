import type { HubLink as LinkState, LineTrouble, LinkRefusal } from '../../../shared/desk/hub-link-view.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { deskHubApi } from '../../../shared/hub/desk-hub-api.ts';
import type { DeskHubApi } from '../../../shared/hub/desk-hub-api.ts';
import type { Dismissal } from '../../../shared/hub/hub-frames.ts';
import { HubLine } from '../../../shared/hub/hub-line.ts';
import type { HubAnswer } from '../../../shared/hub/hub-refusal.ts';
import type { HubRow } from '../../../shared/hub/hub-row.ts';
import { deskHubViewSchema } from '../../../shared/hub/hub-views.ts';
import type { DeskHubView } from '../../../shared/hub/hub-views.ts';
import type { Signal } from '../../../shared/hub/signal.ts';
import type { Timers } from '../timers.ts';
import { repeating } from '../timers.ts';
import type { Uptime } from '../uptime.ts';
import { deskSocketAddress } from './hub-address.ts';
import { signProof } from './desk-key.ts';
import type { HubIdentity } from './hub-identity-store.ts';
import { deskRefusals } from './hub-refusals.ts';
import { openHubSocket } from './open-hub-socket.ts';

export type HubMethod = keyof DeskHubApi;
export type HubInput<Method extends HubMethod> = Parameters<DeskHubApi[Method]>[0];
export type HubValue<Method extends HubMethod> = ReturnType<DeskHubApi[Method]>;

const rows: { readonly [Method in HubMethod]: HubRow<HubInput<Method>, HubValue<Method>> } = deskHubApi;

/** Asked twice they do what they do once, so they are asked again when the line broke before the answer. */
const repeatable: ReadonlySet<HubMethod> = new Set<HubMethod>(['ask', 'chooseCallBack', 'queueAgain', 'withdraw', 'answerRing', 'endConsultation', 'renewRelay', 'testRelay', 'removeGuest']);

/** A hub that has the line and does not answer a call within so many milliseconds will not answer it. */
const replyWithin = 15_000;
/** How long a call that was cut off waits for the line to come back, in milliseconds. */
const lineWithin = 20_000;
/** Dismissed because of another connection of this desk: so often within a minute it is not one of our own that was late. */
const elsewhereTries = 3;
const aMinute = 60_000;

export interface HubLinkOptions {
  readonly identity: HubIdentity;
  /** The desk's telephone, told to officials for when the line does not carry a call. */
  readonly phone: string | null;
  readonly timers: Timers;
  readonly uptime: Uptime;
  /** The state, or the view. */
  readonly changed: () => void;
  readonly signal: (signal: Signal) => void;
}

/** A desk's connection to its hub for as long as somebody is signed in: kept up by itself, asked through the contract. */
export class HubLink {
  readonly #options: HubLinkOptions;
  readonly #waitingForLine = new Set<() => void>();
  #line: HubLine<DeskHubView> | undefined;
  #trouble: LineTrouble | null = null;
  #refused: LinkRefusal | undefined;
  #inCall = false;
  #elsewhere: readonly number[] = [];
  #callOff: () => void = () => undefined;

  constructor(options: HubLinkOptions) {
    this.#options = options;
    this.#open();
  }

  get address(): string {
    return this.#options.identity.address;
  }

  view(): DeskHubView | undefined {
    return this.#line?.view();
  }

  state(): LinkState {
    if (this.#refused !== undefined) return { at: 'refused', reason: this.#refused };
    return this.#line?.connection().at === 'open' ? { at: 'connected' } : { at: 'connecting', trouble: this.#trouble };
  }

  /** In a call a dead line is noticed and replaced within seconds. */
  setInCall(inCall: boolean): void {
    this.#inCall = inCall;
    this.#line?.setInCall(inCall);
  }

  /** Asks the hub; checks what comes back. A call that was cut off is asked again where that does no harm. Never rejects. */
  async call<Method extends HubMethod>(method: Method, input: HubInput<Method>): Promise<Answer<HubValue<Method>>> {
    const { at } = this.state();
    if (at !== 'connected') return refuse(at === 'refused' ? 'hub-not-enrolled' : 'hub-not-connected');
    const first = await this.#ask(method, input);
    const cutOff = !first.ok && first.code === 'not-connected';
    if (!cutOff || !repeatable.has(method) || !(await this.#lineBack())) return checked(method, first);
    const again = await this.#ask(method, input);
    // Done the first time, it does not fit any more: the view says the rest.
    const done = !again.ok && again.code === 'not-possible-now' && rows[method].value.safeParse(null).success;
    return checked(method, done ? { ok: true, value: null } : again);
  }

  close(): void {
    this.#callOff();
    this.#line?.close();
    this.#line = undefined;
    for (const tell of this.#waitingForLine) tell();
  }

  #open(): void {
    const { identity, timers, uptime, phone, signal } = this.#options;
    const line: HubLine<DeskHubView> = new HubLine({
      openSocket: () => openHubSocket(deskSocketAddress(identity.address), (trouble) => this.#inTrouble(line, trouble)),
      viewSchema: deskHubViewSchema,
      prove: (nonce) => ({ deskId: identity.deskId, signature: signProof(identity.privateKey, identity.address, identity.deskId, nonce), phone }),
      now: () => uptime() * 1000,
      every: (milliseconds, action) => repeating(timers, milliseconds, action),
    });
    line.setInCall(this.#inCall);
    line.subscribe(() => this.#changed(line));
    line.onSignal(signal);
    this.#line = line;
  }

  #inTrouble(line: HubLine<DeskHubView>, trouble: LineTrouble): void {
    if (line !== this.#line || this.#trouble === trouble) return;
    this.#trouble = trouble;
    this.#options.changed();
  }

  #changed(line: HubLine<DeskHubView>): void {
    if (line !== this.#line) return;
    const connection = line.connection();
    if (connection.at === 'dismissed') this.#dismissed(connection.reason);
    if (connection.at === 'lost') this.#trouble = connection.announced ? 'restarting' : 'silent';
    if (connection.at === 'open') this.#isBack();
    this.#options.changed();
  }

  #isBack(): void {
    this.#trouble = null;
    this.#refused = undefined;
    for (const tell of this.#waitingForLine) tell();
  }

  #dismissed(reason: Dismissal): void {
    if (reason === 'opened-elsewhere' && this.#isPerhapsOurOwn()) return this.#open();
    this.#refused = reason === 'session-expired' || reason === 'removed' ? 'not-enrolled' : reason;
    for (const tell of this.#waitingForLine) tell();
    if (reason === 'too-many') this.#callOff = this.#options.timers.after(aMinute, () => this.#open());
  }

  /** A socket of ours that was given up may reach the hub after the one that took its place. */
  #isPerhapsOurOwn(): boolean {
    const now = this.#options.uptime() * 1000;
    this.#elsewhere = [...this.#elsewhere.filter((at) => now - at < aMinute), now];
    return this.#elsewhere.length < elsewhereTries;
  }

  #ask<Method extends HubMethod>(method: Method, input: HubInput<Method>): Promise<HubAnswer<unknown>> {
    const late = Promise.withResolvers<HubAnswer<unknown>>();
    const callOff = this.#options.timers.after(replyWithin, () => late.resolve({ ok: false, code: 'not-connected' }));
    const asked = this.#line?.call(method, input) ?? late.promise;
    return Promise.race([asked, late.promise]).finally(callOff);
  }

  /** Whether the line is there again in time. */
  #lineBack(): Promise<boolean> {
    const { at } = this.state();
    if (at !== 'connecting') return Promise.resolve(at === 'connected');
    const waiting = Promise.withResolvers<boolean>();
    const tell = (): void => waiting.resolve(this.state().at === 'connected');
    const callOff = this.#options.timers.after(lineWithin, tell);
    this.#waitingForLine.add(tell);
    return waiting.promise.finally(() => {
      callOff();
      this.#waitingForLine.delete(tell);
    });
  }
}

function checked<Method extends HubMethod>(method: Method, given: HubAnswer<unknown>): Answer<HubValue<Method>> {
  if (!given.ok) return refuse(deskRefusals[given.code]);
  const value = rows[method].value.safeParse(given.value);
  return value.success ? answer(value.data) : refuse('hub-not-understood');
}
