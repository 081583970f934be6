import type Database from 'better-sqlite3';
import { calendarDay } from '../../../shared/desk/clock.ts';
import type { CatalogueEntry, ProcedureLibrary } from '../host-context.ts';
import { pinProcedure } from '../session/procedure-version-store.ts';
import { createChance } from './chance.ts';
import type { Chance } from './chance.ts';
import { sessionStarts } from './office-hours.ts';
import { createPeople } from './synthetic-people.ts';
import type { SyntheticRun } from './synthetic-run.ts';
import { writeSession } from './synthetic-session.ts';
import { walkOn, walkThrough } from './synthetic-walk.ts';
import type { Walk } from './synthetic-walk.ts';
import { createWriting } from './synthetic-writing.ts';

/** What to fill records with. */
export interface SyntheticFill {
  readonly sessions: number;
  /** The same seed, the same records. */
  readonly seed: number;
  /** First and last calendar day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Accounts already in the records, the sessions shared out among them. */
  readonly clerkIds: readonly [string, ...string[]];
  readonly library: ProcedureLibrary;
}

/** The 142 contacts Casa Jannacci in Milan counted, by procedure: what people come to such a desk for. */
export const casaJannacciMix: Readonly<Record<string, number>> = {
  'invalidita-civile': 65,
  isee: 35,
  'assegno-inclusione': 29,
  'assegno-unico': 7,
  naspi: 6,
};

/** Ways through one procedure; a session takes one of them. */
const walksEach = 12;
const sessionsATransaction = 1000;

/**
 * Fills records with sessions of people who do not exist: whole sessions, as a desk would have kept them, in the mix of
 * Casa Jannacci (exact in every 142). The last three are left suspended. Expects records without sessions.
 */
export function fillWithSessions(db: Database.Database, fill: SyntheticFill): void {
  const chance = createChance(fill.seed);
  const starts = sessionStarts(fill.from, fill.to, fill.sessions);
  const writing = createWriting(db, chance, fill.to);
  const party = createPeople(db, chance, Number(fill.to.slice(0, 4)));
  const draw = createDraw(db, chance, fill);
  const fillSome = db.transaction((first: number) => {
    starts.slice(first, first + sessionsATransaction).forEach((at, place) => {
      const unfinished = first + place >= fill.sessions - 3;
      writeSession(writing, { at, clerkId: chance.pick(fill.clerkIds), party: party(at), run: draw(calendarDay(at)), unfinished });
    });
  });
  for (let first = 0; first < starts.length; first += sessionsATransaction) fillSome(first);
}

/** One procedure after the other from a shuffled deck of 142, and a way through it on the day. */
function createDraw(db: Database.Database, chance: Chance, { library, to }: SyntheticFill): (day: string) => SyntheticRun | undefined {
  const walks = new Map<string, { entry: CatalogueEntry; walks: readonly Walk[] }>();
  for (const id of Object.keys(casaJannacciMix)) {
    const entry = library.find(id);
    if (entry === undefined) continue;
    pinProcedure(db, entry);
    walks.set(id, { entry, walks: Array.from({ length: walksEach }, () => walkThrough(entry.procedure, chance, to)) });
  }
  let deck: string[] = [];
  return (day) => {
    if (deck.length === 0) deck = chance.shuffle(Object.entries(casaJannacciMix).flatMap(([id, times]) => Array<string>(times).fill(id)));
    const drawn = walks.get(deck.pop() ?? '');
    const walk = drawn?.walks[chance.between(0, walksEach - 1)];
    return drawn && walk && { entry: drawn.entry, walk: walkOn(walk, drawn.entry.procedure, day) };
  };
}
