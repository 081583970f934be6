import { calendarDay, dayStart } from '../../shared/desk/clock.ts';
import type { GuestHubView } from '../../shared/hub/hub-views.ts';
import type { Connection, HubParty } from '../connection.ts';
import type { StoredConsultation, StoredOfficial } from '../store/hub-store.ts';
import { callView } from './call-view.ts';
import { deskConsultation } from './desk-view.ts';
import { countAvailable, OfficeBook } from './office-book.ts';
import { dayOf, isInHand, officialConsultation, ownPart } from './official-view.ts';
import type { OwnPart } from './official-view.ts';
import type { ViewGround } from './view-ground.ts';

type OfficialParty = Extract<HubParty, { kind: 'official' }>;
type GuestParty = Extract<HubParty, { kind: 'guest' }>;

/** What was read for one connection alone; the rest of its view is shared. */
type Own = { readonly consultations: readonly StoredConsultation[] } | { readonly officeId: string; readonly part: string } | { readonly guest: GuestHubView };

/** Writes views as JSON. What many of them share, the figures of the offices and each office's queue, is written once. */
export class ViewWriter {
  readonly #ground: ViewGround;
  readonly #book: OfficeBook;
  readonly #own = new WeakMap<Connection, Own>();
  readonly #officials = new Map<string, StoredOfficial>();
  readonly #queues = new Map<string, string>();
  #available: ReadonlyMap<string, number> = new Map();
  #figures = '[]';

  constructor(ground: ViewGround) {
    this.#ground = ground;
    this.#book = new OfficeBook(ground.store);
  }

  /** What desks see of the offices, as JSON. */
  get figures(): string {
    return this.#figures;
  }

  async readAll(): Promise<void> {
    await this.#book.readAll();
    for (const official of await this.#ground.store.officials()) this.#officials.set(official.id, official);
    this.#queues.clear();
    this.countAvailable();
  }

  async readOffices(officeIds: ReadonlySet<string>): Promise<void> {
    await this.#book.read(officeIds);
    for (const officeId of officeIds) this.#queues.delete(officeId);
  }

  /** Counts again who takes calls; whoever reads officials does so afterwards. */
  countAvailable(): void {
    this.#available = countAvailable(this.#officials.values(), (id) => this.#ground.presence.isPresent(`official ${id}`));
    this.#figures = JSON.stringify(this.#book.figures((officeId) => this.#available.get(officeId) ?? 0));
  }

  hasRead(connection: Connection): boolean {
    return this.#own.has(connection);
  }

  /** Reads what is this connection's alone. */
  async readOwn(connection: Connection): Promise<void> {
    const { party } = connection;
    switch (party.kind) {
      case 'desk':
        return void this.#own.set(connection, { consultations: await this.#ground.store.consultationsOfDesk(party.deskId) });
      case 'official':
        return void this.#own.set(connection, { officeId: party.officeId, part: JSON.stringify(await this.#readOfficial(party)) });
      case 'guest':
        return void this.#own.set(connection, { guest: await this.#readGuest(party) });
    }
  }

  /** The view of a connection that was read, as JSON. */
  view(connection: Connection): string {
    const own = this.#own.get(connection);
    if (own === undefined) throw new Error('a view is read before it is written');
    if ('guest' in own) return JSON.stringify(own.guest);
    if ('part' in own) return `${own.part.slice(0, -1)},"queue":${this.#queueOf(own.officeId)}}`;
    return this.#deskView(connection.party, own.consultations);
  }

  #deskView(party: HubParty, consultations: readonly StoredConsultation[]): string {
    const rows = consultations.map((one) =>
      deskConsultation(one, this.#book.get(one.officeId), this.#available.get(one.officeId) ?? 0, callView(this.#ground, one)),
    );
    return `{"deskName":${JSON.stringify(party.kind === 'desk' ? party.name : '')},"offices":${this.#figures},"consultations":${JSON.stringify(rows)}}`;
  }

  #queueOf(officeId: string): string {
    const known = this.#queues.get(officeId);
    if (known !== undefined) return known;
    const queue = (this.#book.get(officeId)?.queue ?? []).map((one) => officialConsultation(one, false, this.#deskIsThere(one), null));
    const written = JSON.stringify(queue);
    this.#queues.set(officeId, written);
    return written;
  }

  #deskIsThere({ deskId }: StoredConsultation): boolean {
    return this.#ground.presence.isPresent(`desk ${deskId}`);
  }

  async #readOfficial({ officialId, until }: OfficialParty): Promise<OwnPart> {
    const { store, time } = this.#ground;
    const dayBegan = dayStart(calendarDay(time.clock()));
    const [official, consultations] = await Promise.all([store.official(officialId), store.consultationsOfOfficial({ officialId, endedSince: dayBegan })]);
    if (official === undefined) throw new Error('an official is never deleted');
    this.#officials.set(officialId, official);
    const mine = consultations.filter(isInHand).map((one) => officialConsultation(one, true, this.#deskIsThere(one), callView(this.#ground, one)));
    return ownPart({ official, offices: this.#book.all(), mine, day: dayOf(consultations), sessionUntil: until });
  }

  async #readGuest({ callId, party, role }: GuestParty): Promise<GuestHubView> {
    const call = this.#ground.board.call(callId);
    const consultation = call === undefined ? undefined : await this.#ground.store.consultation(call.consultationId);
    const view = consultation === undefined ? null : callView(this.#ground, consultation);
    return { party, role, call: view && { ...view, invited: [] }, ended: view === null };
  }
}
