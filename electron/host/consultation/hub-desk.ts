import { instantText } from '../../../shared/desk/clock.ts';
import type { HubLink as LinkState, LinkRefusal } from '../../../shared/desk/hub-link-view.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer, RefusalCode } from '../../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../../shared/desk/transport.ts';
import type { DeskHubView } from '../../../shared/hub/hub-views.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { phoneIn } from '../hub-link/desk-phone.ts';
import { hubOrigin } from '../hub-link/hub-address.ts';
import { removeHubIdentity } from '../hub-link/hub-identity-store.ts';
import type { HubIdentity } from '../hub-link/hub-identity-store.ts';
import { HubLink } from '../hub-link/hub-link.ts';
import type { HubInput, HubMethod, HubValue } from '../hub-link/hub-link.ts';
import type { TrialHubHere } from '../hub-link/trial-hub-source.ts';
import { forgetIdentity, hubOfSettings, identityAtTrial, identityOrRefusal, keepIdentity } from './choose-hub.ts';
import type { ConsultationRow } from './consultation-store.ts';
import { deskNameOf, enrolAt } from './enrolment.ts';
import type { HubGround } from './hub-ground.ts';
import { InCallWatch } from './in-call-watch.ts';
import { closeOpenLegs } from './interrupted-legs.ts';
import { endAllAsRevoked, loseElsewhere } from './keep-view.ts';
import { logged, loggedLater } from './logged.ts';
import { ViewKeeper } from './view-keeper.ts';

/** A hub as it is held right now. */
interface Held {
  readonly link: HubLink;
  readonly keeper: ViewKeeper;
  readonly watch: InCallWatch;
}

/** The desk's dealings with its hub while somebody is signed in: which hub, the line to it, and its views into the records. */
export class HubDesk {
  readonly #ground: HubGround;
  #held: Held | undefined;
  /** Why there is no line at all. */
  #without: LinkState = { at: 'none' };
  #trial: TrialHubHere | undefined;
  #address: string | null = null;
  /** As the journal has it. */
  #dismissed: LinkRefusal | undefined;
  #enrolledAnew = false;
  #closed = false;

  constructor(ground: HubGround) {
    this.#ground = ground;
  }

  get link(): LinkState {
    return this.#held?.link.state() ?? this.#without;
  }

  get address(): string | null {
    return this.#address;
  }

  /** The trial hub, while it is the one in use. */
  get trial(): TrialHubHere | null {
    return this.#trial !== undefined && this.#trial.address === this.#address ? this.#trial : null;
  }

  get view(): DeskHubView | undefined {
    return this.#held?.link.view();
  }

  /** Takes up the line to the hub of the settings, or to the trial hub; again whenever either may have changed. */
  async connect(): Promise<void> {
    if (this.#closed) return;
    const set = hubOfSettings(this.#ground);
    if (this.#held !== undefined && this.#address === (set ?? this.#trial?.address)) return;
    const before = JSON.stringify([this.#address, this.link]);
    this.#letGo({ at: 'none' });
    await (set === null ? this.#connectToTrial() : this.#connectTo(set));
    if (JSON.stringify([this.#address, this.link]) !== before) this.#tell();
  }

  /** Why nothing can be asked right now. */
  get absence(): RefusalCode | undefined {
    const { at } = this.link;
    if (at === 'connected') return undefined;
    return ({ none: 'hub-not-set', connecting: 'hub-not-connected', refused: 'hub-not-enrolled' } as const)[at];
  }

  /** Asks the hub. Refuses `hub-not-set`, `hub-not-connected`, and what the hub refuses. */
  call<Method extends HubMethod>(method: Method, input: HubInput<Method>): Promise<Answer<HubValue<Method>>> {
    return this.#held?.link.call(method, input) ?? Promise.resolve(refuse(this.absence ?? 'hub-not-set'));
  }

  /** Asks for a consultation that was just written down. */
  ask(row: ConsultationRow): Promise<Answer<null>> {
    return this.#held?.keeper.ask(row) ?? Promise.resolve(refuse('hub-not-set'));
  }

  /** Makes the desk known at a hub and makes it the desk's. */
  async enrol(typed: string, code: string): Promise<Answer<null>> {
    if (this.#ground.mode === 'training') return refuse('training-has-its-hub');
    const origin = hubOrigin(typed);
    if (!origin.ok) return origin;
    const identity = await enrolAt(origin.value, code, deskNameOf(this.#ground.settings()));
    if (!identity.ok) return identity;
    if (this.#closed) return refuse('not-signed-in');
    this.#letGo({ at: 'none' });
    keepIdentity(this.#ground, identity.value);
    this.#ground.saveHubAddress(origin.value);
    await this.connect();
    return answer(null);
  }

  async forget(): Promise<void> {
    const address = hubOfSettings(this.#ground);
    this.#letGo({ at: 'none' });
    forgetIdentity(this.#ground, address);
    this.#ground.saveHubAddress(null);
    loseElsewhere(this.#ground, '');
    await this.connect();
  }

  /** Hears what happens at the desk: officials follow a run, and nobody waits for a session that was closed. */
  heard(event: DeskEvent): void {
    if (event.name === 'recordsChanged') this.#held?.keeper.sessionChanged(event.data.sessionId);
  }

  close(): void {
    this.#closed = true;
    this.#letGo({ at: 'none' });
    const { db, journal, clock } = this.#ground;
    logged(() => inTransaction(db, () => closeOpenLegs(db, journal, instantText(clock()))));
  }

  #connectTo(address: string): void {
    this.#address = address;
    const identity = identityOrRefusal(this.#ground, address);
    if (typeof identity === 'string') this.#without = { at: 'refused', reason: identity };
    else this.#hold(identity);
  }

  async #connectToTrial(): Promise<void> {
    const trial = await this.#ground.trialHub();
    this.#trial = trial;
    if (trial === undefined || !this.#mayTakeTrial()) return;
    this.#address = trial.address;
    const identity = await identityAtTrial(this.#ground, trial);
    if (!identity.ok || !this.#mayTakeTrial() || this.#address !== trial.address) return;
    keepIdentity(this.#ground, identity.value);
    this.#hold(identity.value);
  }

  /** While the trial hub was waited for the desk may have been locked, or got a hub of its own. */
  #mayTakeTrial(): boolean {
    return !this.#closed && this.#held === undefined && hubOfSettings(this.#ground) === null;
  }

  #hold(identity: HubIdentity): void {
    loseElsewhere(this.#ground, identity.address);
    const { timers, uptime, settings, emit } = this.#ground;
    const link: HubLink = new HubLink({
      identity,
      phone: phoneIn(settings().deskContact),
      timers,
      uptime,
      changed: () => this.#changed(),
      signal: (signal) => emit({ name: 'hubSignal', data: { signal } }),
    });
    this.#held = { link, keeper: new ViewKeeper(this.#ground, link), watch: new InCallWatch(this.#ground, link) };
  }

  #letGo(without: LinkState): void {
    const held = this.#held;
    this.#held = undefined;
    this.#dismissed = undefined;
    this.#without = without;
    this.#address = null;
    held?.watch.stop();
    held?.keeper.close();
    held?.link.close();
  }

  #changed(): void {
    const held = this.#held;
    if (held === undefined) return;
    const state = held.link.state();
    const view = held.link.view();
    logged(() => {
      if (state.at === 'connected' && view !== undefined) held.keeper.keep(view);
      if (state.at === 'refused') this.#refused(held.link, state.reason);
    });
    held.watch.look();
    this.#tell();
  }

  #refused({ address }: HubLink, reason: LinkRefusal): void {
    if (this.#dismissed === reason) return;
    this.#dismissed = reason;
    this.#ground.journal.append('hub-dismissed', { data: { reason } });
    if (reason === 'desk-revoked') endAllAsRevoked(this.#ground, address);
    if (reason === 'not-enrolled' && this.trial !== null) this.#enrolAnew(address);
  }

  /** The trial hub's folder was taken away: it is another hub now. Once, so as not to go round in circles. */
  #enrolAnew(address: string): void {
    if (this.#enrolledAnew) return;
    this.#enrolledAnew = true;
    removeHubIdentity(this.#ground.db, address);
    this.#letGo({ at: 'none' });
    loggedLater(() => this.connect());
  }

  #tell(): void {
    if (!this.#closed) this.#ground.emit({ name: 'hubChanged', data: { connected: this.link.at === 'connected' } });
  }
}
