import type { Carried } from '../../../shared/call/call-machine.ts';
import { bestRungOf } from '../../../shared/call/ladder-rungs.ts';
import type { GuestRole, Medium } from '../../../shared/hub/closed-lists.ts';
import type { CallView, Presence, RelayPass } from '../../../shared/hub/hub-views.ts';
import type { Party, Signal } from '../../../shared/hub/signal.ts';
import type { CallConductor } from '../call-conductor.ts';
import { ChatBook } from '../chat/chat-book.ts';
import { noLegs } from '../leg-keeper.ts';
import type { LegKeeper } from '../leg-keeper.ts';
import { lineNames, noTracks } from '../media-lines.ts';
import type { LineName, Tracks } from '../media-lines.ts';
import { offers } from '../peer-link.ts';
import { MeshLink } from './mesh-link.ts';
import type { LinkSnapshot, Role } from './mesh-link.ts';

export interface CallMeshOptions {
  readonly callId: string;
  readonly me: Party;
  readonly send: (signal: Signal) => void;
  readonly relayPass: () => Promise<RelayPass>;
  /** Keeps the record of the line between desk and official; nobody else's line has one. */
  readonly legs?: LegKeeper;
  /** What this page's own guest wants to be called. */
  readonly name?: string;
  /** A guest is brought into contact with this page only once `admit` was called for them. */
  readonly asksFirst?: boolean;
  /** The line between desk and official is there, before anything is said on it. */
  readonly onMain?: (link: MeshLink) => void;
  /** A guest's picture or sound has come, for the first time. */
  readonly onJoined?: (role: GuestRole) => void;
}

/** Who is in the call, as the hub last said. */
export interface WhoIsThere extends Pick<CallView, 'parties' | 'invited'> {
  readonly hubUp: boolean;
}

export interface MeshSnapshot {
  /** One for each other party this page is in contact with, in the order of the parties. */
  readonly links: readonly LinkSnapshot[];
  /** This page shows its screen. */
  readonly sharing: boolean;
  readonly admitted: readonly Party[];
}

const expected = ({ parties, invited }: WhoIsThere): readonly Party[] => [...parties, ...invited].map(({ party }) => party);
const isGuest = (role: Role): role is GuestRole => role !== 'desk' && role !== 'official';

/**
 * A call among up to four: a line of its own to each of the others, so that none that breaks or ends takes another with it.
 * What is done by hand (mute, camera, screen, signing) is done on all.
 */
export class CallMesh {
  readonly me: Party;
  readonly chat: ChatBook;
  readonly #options: CallMeshOptions;
  readonly #links = new Map<Party, MeshLink>();
  /** Parties that have signalled, and from which load of their page: whoever comes later in the order says so when it is ready. */
  readonly #heard = new Map<Party, string | undefined>();
  readonly #admitted = new Set<Party>();
  readonly #joined = new Set<Party>();
  readonly #watchers = new Set<() => void>();
  #snapshot: MeshSnapshot = { links: [], sharing: false, admitted: [] };
  #there: WhoIsThere = { parties: [], invited: [], hubUp: false };
  #tracks: Tracks = noTracks;
  #medium: Carried | undefined;
  #signing = false;

  constructor(options: CallMeshOptions) {
    this.#options = options;
    this.me = options.me;
    this.chat = new ChatBook((party, message) => this.#links.get(party)?.conductor.link.say(message));
  }

  /** For `useSyncExternalStore`, with `snapshot`. */
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly snapshot = (): MeshSnapshot => this.#snapshot;

  /** The line between desk and official, which alone has a record and carries papers; none on a guest's page. */
  get main(): MeshLink | undefined {
    return [...this.#links.values()].find(({ party }) => this.#isMain(party));
  }

  /** The line to a party, if there is one. */
  conductor(party: Party): CallConductor | undefined {
    return this.#links.get(party)?.conductor;
  }

  /** The hub has said who is in the call: lines to newcomers begin, those to whoever is gone end. */
  sync(there: WhoIsThere): void {
    // Who was expected and no longer is: agreed to was that person, not the next in their place.
    for (const party of expected(this.#there)) if (!expected(there).includes(party)) this.#admitted.delete(party);
    this.#there = there;
    const wanted = there.parties.filter((presence) => this.#wants(presence));
    for (const link of this.#links.values()) if (!wanted.some(({ party, role }) => party === link.party && role === link.role)) this.#drop(link);
    for (const presence of wanted) {
      const link = this.#links.get(presence.party) ?? this.#add(presence);
      link.conductor.setReachable(there.hubUp && presence.connected);
      this.#startIfReady(link);
    }
    this.#changed();
  }

  /** The resident agreed to this guest: their line may begin, now or as soon as they are there. */
  admit(party: Party): void {
    this.#admitted.add(party);
    this.sync(this.#there);
  }

  /** Devices were chosen and consent was given; also tries again what was given up. */
  start(medium: Carried): void {
    this.#medium = medium;
    for (const link of this.#links.values()) this.#startIfReady(link, true);
  }

  takeSignal(signal: Signal): void {
    if (signal.callId !== this.#options.callId || signal.to !== this.me) return;
    const link = this.#lineFor(signal);
    this.#heard.set(signal.from, signal.page);
    link?.conductor.takeSignal(signal);
    // Somebody who signals is there again: a guest's line that was given up is taken up.
    if (link) this.#startIfReady(link, !this.#isMain(link.party));
  }

  /** The line a signal is for; a new one where the old is over and another page of the guest speaks: they left, and are back. */
  #lineFor({ from, page }: Signal): MeshLink | undefined {
    const link = this.#links.get(from);
    const isBack = link?.at === 'over' && !this.#isMain(from) && page !== this.#heard.get(from);
    const presence = this.#there.parties.find(({ party }) => party === from);
    if (!link || !isBack || !presence) return link;
    this.#drop(link);
    return this.#add(presence);
  }

  /** What is sent on a line to everybody from now on; `null` takes it off. */
  put(name: LineName, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [name]: track };
    for (const { conductor } of this.#links.values()) conductor.put(name, track);
    this.#changed();
  }

  /** A line was turned off or on at its track, which stays in place (`track.enabled`). */
  turn(name: LineName, on: boolean): void {
    for (const { conductor } of this.#links.values()) conductor.turn(name, on);
  }

  /** With or without picture on every line but those somebody signs on; elsewhere go only desk and official. */
  changeMedium(medium: Medium): void {
    if (medium === 'phone' || medium === 'link') return this.main?.conductor.changeMedium(medium);
    this.#medium = medium;
    for (const link of this.#links.values()) if (!this.#isInterpreted(link)) link.conductor.changeMedium(medium);
  }

  /** Somebody here signs: frames before sharpness, on every line. */
  setSignLanguage(on: boolean): void {
    this.#signing = on;
    for (const { ladder } of this.#links.values()) ladder.setSignLanguage(on);
  }

  get signLanguage(): boolean {
    return this.#signing;
  }

  /** This page's own guest is the sign-language interpreter: without a picture there is no call. */
  get signsForOthers(): boolean {
    return this.#there.parties.some(({ party, role }) => party === this.me && role === 'sign-interpreter');
  }

  /** This page goes; the others hear so directly. */
  leave(): void {
    for (const { conductor, ladder } of this.#links.values()) {
      conductor.hangUp();
      ladder.stop();
    }
  }

  /** The call is over. */
  end(): void {
    for (const link of this.#links.values()) link.end();
  }

  #wants({ party, role }: Presence): boolean {
    if (party === this.me) return false;
    return this.#options.asksFirst !== true || !isGuest(role) || this.#admitted.has(party);
  }

  #isMain = (party: Party): boolean => (this.me === 'desk' && party === 'official') || (this.me === 'official' && party === 'desk');

  #isInterpreted = ({ role }: Pick<MeshLink, 'role'>): boolean => role === 'sign-interpreter' || this.signsForOthers;

  #add({ party, role, name }: Presence): MeshLink {
    const { callId, me, send, relayPass, legs } = this.#options;
    const link: MeshLink = new MeshLink({
      callId,
      me,
      peer: party,
      role,
      send,
      relayPass,
      legs: (this.#isMain(party) ? legs : undefined) ?? noLegs,
      onChange: () => this.#linkChanged(party),
      onOpened: () => this.#opened(party),
      onSaid: (message) => this.chat.take({ party, role, name: name || link.snapshot.name }, message),
    });
    this.#links.set(party, link);
    if (this.#isMain(party)) this.#options.onMain?.(link);
    this.chat.join(party);
    for (const line of lineNames) link.conductor.put(line, this.#tracks[line]);
    link.ladder.setSignLanguage(this.#signing);
    return link;
  }

  #drop(link: MeshLink): void {
    this.#links.delete(link.party);
    this.#heard.delete(link.party);
    this.#joined.delete(link.party);
    this.chat.leave(link.party);
    link.end();
  }

  /** @param again also a line that was given up */
  #startIfReady(link: MeshLink, again = false): void {
    if (this.#medium === undefined || !(link.at === 'ready' || (again && link.at === 'apart'))) return;
    // Whoever offers to a guest waits for their page to say that it is ready, rather than offer into the void.
    const mayStart = this.#isMain(link.party) || !offers(this.me, link.party) || this.#heard.has(link.party);
    if (mayStart) link.conductor.start(this.#isInterpreted(link) ? 'video' : this.#medium);
  }

  #opened(party: Party): void {
    const { name } = this.#options;
    if (name !== undefined) this.#links.get(party)?.conductor.link.say({ kind: 'name', name });
    this.chat.sayAgain(party);
  }

  #linkChanged(party: Party): void {
    const link = this.#links.get(party);
    if (link && isGuest(link.role) && link.at === 'live' && !this.#joined.has(party)) {
      this.#joined.add(party);
      this.#options.onJoined?.(link.role);
    }
    this.#changed();
  }

  #changed(): void {
    const links = [...this.#links.values()];
    const carried = links.filter(({ isCarried }) => isCarried).length;
    for (const link of links) link.ladder.setShare(bestRungOf(carried, this.#isInterpreted(link)), this.#isInterpreted(link));
    const order = this.#there.parties.map(({ party }) => party);
    const shown = links.map(({ snapshot }) => snapshot).sort((left, right) => order.indexOf(left.party) - order.indexOf(right.party));
    this.#snapshot = { links: shown, sharing: this.#tracks.screen !== null, admitted: [...this.#admitted] };
    for (const watcher of this.#watchers) watcher();
  }
}
