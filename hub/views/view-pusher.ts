import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LiveCall } from '../board.ts';
import { keyInCall, partiesOf } from '../board.ts';
import type { Connection, PartyKey } from '../connection.ts';
import type { ViewGround } from './view-ground.ts';
import { ViewWriter } from './view-writer.ts';

/** Views of one connection are at least so many milliseconds apart. */
const viewEvery = 50;
/** Desks with nothing under way hear how full the offices are every so many milliseconds, and less often where there are thousands. */
const figuresEvery = 1_000;
const figuresMillisecondsADesk = 1;
/** Desks told at once, so that thousands of views do not keep a signal waiting. */
const toldAtOnce = 100;

interface Touched {
  readonly parties: Set<PartyKey>;
  readonly offices: Set<string>;
  everything: boolean;
}
const nothingTouched = (): Touched => ({ parties: new Set(), offices: new Set(), everything: false });

/** Sends each connection its whole view when something in it has changed, gathered for a moment and computed once for all. */
export class ViewPusher {
  readonly #ground: ViewGround;
  readonly #writer: ViewWriter;
  #touched = nothingTouched();
  #pushing = false;
  #pushedAt = Number.NEGATIVE_INFINITY;
  #soon = false;
  #told = '';
  #tellAgainAt = 0;
  readonly #stop: readonly (() => void)[];

  constructor(ground: ViewGround) {
    this.#ground = ground;
    this.#writer = new ViewWriter(ground);
    this.#stop = [ground.time.every(viewEvery, () => void this.#push()), ground.time.every(figuresEvery, () => void this.#tellFigures())];
  }

  /** Reads what every view is made from; before the first connection. */
  begin(): Promise<void> {
    return this.#writer.readAll();
  }

  close(): void {
    for (const stop of this.#stop) stop();
  }

  touchDesk(deskId: string): void {
    this.#touch(`desk ${deskId}`);
  }

  touchOfficial(officialId: string): void {
    this.#touch(`official ${officialId}`);
  }

  /** An office's queue or its officials: all of its officials, and the desks that wait there. */
  touchOffice(officeId: string): void {
    this.#touched.offices.add(officeId);
    this.#pushSoon();
  }

  /** The guests of a call that is over, too. */
  touchGuests(callId: string): void {
    for (const party of ['guest-1', 'guest-2'] as const) this.#touch(`guest ${callId} ${party}`);
  }

  touchCall(call: LiveCall): void {
    for (const party of partiesOf(call)) this.#touch(keyInCall(call, party));
  }

  /** Offices were added or changed, or another process wrote to the store. */
  touchEverything(): void {
    this.#touched.everything = true;
    this.#pushSoon();
  }

  /** The first view of a connection. */
  async enter(connection: Connection): Promise<void> {
    await this.#writer.readOwn(connection);
    connection.sendView(this.#writer.view(connection));
  }

  #touch(key: PartyKey): void {
    this.#touched.parties.add(key);
    this.#pushSoon();
  }

  /** A change after a quiet moment is shown at once; those that follow wait for one another. */
  #pushSoon(): void {
    if (this.#soon || this.#ground.time.elapsed() - this.#pushedAt < viewEvery) return;
    this.#soon = true;
    setImmediate(() => {
      this.#soon = false;
      void this.#push();
    });
  }

  async #push(): Promise<void> {
    const touched = this.#touched;
    if (this.#pushing || (!touched.everything && touched.parties.size === 0 && touched.offices.size === 0)) return;
    this.#touched = nothingTouched();
    this.#pushing = true;
    this.#pushedAt = this.#ground.time.elapsed();
    try {
      await this.#show(touched);
    } catch (error) {
      this.#ground.log('view-failed', { error: String(error instanceof Error ? error.name : 'unknown') });
    } finally {
      this.#pushing = false;
    }
  }

  async #show({ parties, offices, everything }: Touched): Promise<void> {
    const { board, presence } = this.#ground;
    if (everything) await this.#writer.readAll();
    else await this.#writer.readOffices(offices);
    for (const { at, officeId, deskId } of board.all()) if (at === 'waiting' && offices.has(officeId)) parties.add(`desk ${deskId}`);
    const connections = everything ? [...presence.all()] : [...parties].flatMap((key) => presence.connection(key) ?? []);
    await Promise.all(connections.map((connection) => this.#writer.readOwn(connection)));
    this.#writer.countAvailable();
    const ofOffices = [...presence.all()].filter(({ party }) => party.kind === 'official' && offices.has(party.officeId));
    for (const connection of new Set([...connections, ...ofOffices])) if (this.#writer.hasRead(connection)) connection.sendView(this.#writer.view(connection));
  }

  /** Everybody else learns how the offices stand now and then. */
  async #tellFigures(): Promise<void> {
    const { figures } = this.#writer;
    const now = this.#ground.time.elapsed();
    if (figures === this.#told || now < this.#tellAgainAt) return;
    this.#told = figures;
    this.#tellAgainAt = now + this.#ground.presence.size * figuresMillisecondsADesk;
    let told = 0;
    for (const connection of this.#ground.presence.all()) {
      if (connection.party.kind !== 'desk') continue;
      if (this.#writer.hasRead(connection)) connection.sendView(this.#writer.view(connection));
      told += 1;
      if (told % toldAtOnce === 0) await nextTurn();
    }
  }
}
