import type Database from 'better-sqlite3';
import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../../shared/desk/clock.ts';
import type { PersonRole, Privacy } from '../../../shared/session/closed-lists.ts';
import { newId } from '../new-id.ts';
import { insertResident } from '../session/resident-store.ts';
import type { Chance } from './chance.ts';
import { createResidents } from './synthetic-residents.ts';

/** Who comes to one synthetic session. */
export interface SyntheticParty {
  readonly privacy: Privacy;
  readonly people: readonly { readonly role: PersonRole; readonly relation: string | null; readonly residentId: string }[];
}

const relations = ['figlia', 'figlio', 'nipote', 'vicina di casa', 'amministratore di sostegno'] as const;

/** Brings people to the desk: new ones, some who were here before, now and then with somebody who helps them. */
export function createPeople(db: Database.Database, chance: Chance, year: number): (at: Temporal.Instant) => SyntheticParty {
  const make = createResidents(chance, year);
  const known: string[] = [];
  const arrive = (at: Temporal.Instant, named: boolean): string => {
    const before = chance.percent(45) ? known[chance.between(0, known.length - 1)] : undefined;
    if (named && before !== undefined) return before;
    const id = newId(at, chance.bytes(10));
    insertResident(db, id, named ? make() : {}, instantText(at));
    if (named) known.push(id);
    return id;
  };
  return (at) => {
    const privacy = privacyOf(chance);
    const named = privacy !== 'anonymous';
    const main = { role: 'main', relation: null, residentId: arrive(at, named) } as const;
    if (!named || !chance.percent(18)) return { privacy, people: [main] };
    const [role, relation] = chance.percent(30) ? (['partner', null] as const) : (['delegate', chance.pick(relations)] as const);
    const residentId = arrive(at, named);
    return { privacy, people: residentId === main.residentId ? [main] : [main, { role, relation, residentId }] };
  };
}

function privacyOf(chance: Chance): Privacy {
  const drawn = chance.between(1, 100);
  if (drawn <= 2) return 'confidential';
  return drawn <= 7 ? 'anonymous' : 'named';
}
