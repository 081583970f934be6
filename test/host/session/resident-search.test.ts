import fc from 'fast-check';
import { expect, test } from 'vitest';
import { residentsNamed } from '../../../electron/host/session/name-search.ts';
import { insertResident } from '../../../electron/host/session/resident-store.ts';
import { createChance } from '../../../electron/host/training/chance.ts';
import { createResidents } from '../../../electron/host/training/synthetic-residents.ts';
import { atMostOneTypo, foldName } from '../../../shared/person/name-folding.ts';
import type { PersonDetails } from '../../../shared/person/person-schema.ts';
import { clerk, openRecords, recordsInAFolder, valueOf } from './context-in-a-folder.ts';
import type { Methods } from './context-in-a-folder.ts';
import { closing, standingClock } from './session-desk.ts';

const oddNames = [['Li', 'Wu'], ['O', 'Jo'], ['D’Amico', 'Niccolò'], ['De Luca', 'Anna Maria'], ['Łukasiewicz', 'Zoë']] as const;

/** 300 residents, a few of them with short, double and foreign names. */
function manyResidents() {
  const db = openRecords();
  const odd = oddNames.map(([surname, givenName]) => ({ surname, givenName }));
  const everybody = [...odd, ...Array.from({ length: 295 }, createResidents(createChance(11), 2026))];
  const residents = new Map<string, PersonDetails>(everybody.map((details, index) => [`resident-${index}`, details]));
  db.transaction(() => {
    for (const [id, details] of residents) insertResident(db, id, details, '2026-01-01T00:00:00.000Z');
  })();
  return { db, residents };
}

const wordsOf = ({ surname = '', givenName = '' }: PersonDetails) => [...foldName(surname), ...foldName(givenName)];

/** What the search promises, without any index: every word is the beginning of a word of the name, or one typo from one. */
function naively(residents: ReadonlyMap<string, PersonDetails>, text: string): string[] {
  const asked = foldName(text);
  const fits = (details: PersonDetails) => asked.every((word) => wordsOf(details).some((other) => other.startsWith(word) || atMostOneTypo(word, other)));
  return asked.length === 0 ? [] : [...residents].filter(([, details]) => fits(details)).map(([id]) => id);
}

/** A letter changed, added, left out, or two neighbours swapped. */
function withTypo(word: string, kind: 'change' | 'add' | 'leave-out' | 'swap', at: number, letter: string): string {
  const letters = [...word];
  const place = at % letters.length;
  switch (kind) {
    case 'change':
      return letters.with(place, letter).join('');
    case 'add':
      return letters.toSpliced(place, 0, letter).join('');
    case 'leave-out':
      return letters.toSpliced(place, 1).join('');
    case 'swap':
      return [...letters.slice(0, place), ...letters.slice(place, place + 2).reverse(), ...letters.slice(place + 2)].join('');
  }
}

const typo = fc.record({
  kind: fc.constantFrom('change', 'add', 'leave-out', 'swap'),
  at: fc.nat({ max: 20 }),
  letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
});

test('any one typo in every word of a name finds its resident, in any order of the words', () => {
  const { db, residents } = manyResidents();
  const somebody = fc.constantFrom(...residents.entries());
  fc.assert(
    fc.property(somebody, fc.array(typo, { minLength: 6, maxLength: 6 }), fc.boolean(), ([id, details], typos, backwards) => {
      const words = wordsOf(details).map((word, index) => {
        const { kind, at, letter } = typos[index] ?? { kind: 'change', at: 0, letter: 'x' };
        return withTypo(word, kind, at, letter);
      });
      const text = (backwards ? words.toReversed() : words).filter((word) => word !== '').join(' ');
      fc.pre(text !== '');
      expect([...residentsNamed(db, text).keys()]).toContain(id);
    }),
    { numRuns: 400 },
  );
});

test('the index finds exactly what looking at everybody finds', () => {
  const { db, residents } = manyResidents();
  const words = [...new Set([...residents.values()].flatMap(wordsOf))];
  const word = fc.oneof(
    fc.tuple(fc.constantFrom(...words), typo).map(([one, { kind, at, letter }]) => withTypo(one, kind, at, letter)),
    fc.tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 4 })).map(([one, length]) => one.slice(0, length)),
    fc.constantFrom(...words),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (asked) => {
      const text = asked.join(' ');
      expect([...residentsNamed(db, text).keys()].sort()).toEqual(naively(residents, text).sort());
    }),
    { numRuns: 400 },
  );
});

/** Comes once: a closed session with this person in it. */
function visit(methods: Methods, details: PersonDetails): void {
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
  valueOf(methods.addPerson({ sessionId, person: { role: 'main', details } }));
  valueOf(methods.closeSession({ sessionId, closing, followUp: null }));
}

test('the best match comes first, then whoever was here last', () => {
  const time = standingClock();
  const methods = recordsInAFolder({ clock: time.clock }).as(clerk);
  for (const [surname, givenName] of [['Rossi', 'Mario'], ['Rosso', 'Maria'], ['Rossini', 'Mario'], ['Verdi', 'Mario']] as const) {
    visit(methods, { surname, givenName });
    time.goOn({ hours: 1 });
  }
  const found = valueOf(methods.findResidents({ text: 'mario rossi' }));
  expect(found.map(({ details, distance }) => [details.surname, distance])).toEqual([['Rossini', 0], ['Rossi', 0], ['Rosso', 2]]);
  expect(found[0]).toMatchObject({ sessions: 1, lastSeenAt: '2026-03-10T10:00:00.000Z' });
});

test('a codice fiscale finds its resident from the sixth character on; at most twenty are shown', () => {
  const methods = recordsInAFolder().as(clerk);
  const make = createResidents(createChance(3), 2026);
  for (let count = 0; count < 24; count += 1) visit(methods, { ...make(), surname: 'Rossi' });
  const [first] = valueOf(methods.findResidents({ text: 'rossi' }));
  expect(valueOf(methods.findResidents({ text: 'rossi' }))).toHaveLength(20);
  const code = first?.details.codiceFiscale ?? '';
  expect(valueOf(methods.findResidents({ text: code.toLowerCase() }))).toEqual([first]);
  expect(valueOf(methods.findResidents({ text: `${code.slice(0, 6)} ${code.slice(6, 11)}` }))).toEqual([first]);
  expect(valueOf(methods.findResidents({ text: '' }))).toEqual([]);
  expect(valueOf(methods.findResidents({ text: '%_"\\ \' --' }))).toEqual([]);
});
