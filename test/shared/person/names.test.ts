import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCodiceFiscale } from '../../../shared/person/codice-fiscale.ts';
import { readHealthCardStripe } from '../../../shared/person/health-card-stripe.ts';
import { composeCodiceFiscale, givenNameCode, nameFitsCode, surnameCode } from '../../../shared/person/name-codes.ts';
import { atMostOneTypo, foldName, oneLetterOut } from '../../../shared/person/name-folding.ts';

test.each([
  ["D'Amico", ['damico']],
  ['De Luca-Bianchi', ['de', 'luca', 'bianchi']],
  ['Čović Łukasz', ['covic', 'lukasz']],
  ['Niccolò', ['niccolo']],
  ['  ', []],
  ['Олена', ['олена']],
])('%j folds to %j', (name, words) => expect(foldName(name)).toEqual(words));

test.each([
  ['Rossi', 'RSS'],
  ['Fo', 'FOX'],
  ['Aia', 'AIA'],
  ["D'Amico", 'DMC'],
  ['Re', 'REX'],
])('surname %s is %s', (name, code) => expect(surnameCode(name)).toBe(code));

test.each([
  ['Mario', 'MRA'],
  ['Francesca', 'FNC'],
  ['Gianfranco', 'GFR'],
  ['Ada', 'DAA'],
  ['Io', 'IOX'],
])('given name %s is %s', (name, code) => expect(givenNameCode(name)).toBe(code));

test('a composed code is valid and fits its name', () => {
  const people = fc.record({
    surname: fc.constantFrom('Rossi', 'Esposito', "D'Amico", 'Fo', 'Hoxha', 'Łukaszenko'),
    givenName: fc.constantFrom('Mario', 'Francesca', 'Ada', 'Gianfranco', 'Oleksandra'),
    birthDate: fc.date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
    sex: fc.constantFrom<'F' | 'M'>('F', 'M'),
    place: fc.constantFrom('H501', 'Z100', 'F205'),
  });
  fc.assert(
    fc.property(people, (person) => {
      const code = composeCodiceFiscale(person);
      expect(parseCodiceFiscale(code).ok).toBe(true);
      expect(nameFitsCode(code, person.surname, person.givenName)).toBe(true);
    }),
  );
});

const word = fc.array(fc.constantFrom(...'abcdeilmnorst'), { minLength: 1, maxLength: 9 }).map((characters) => characters.join(''));

/** Independent measure: full optimal-string-alignment table. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const row = table[i];
      if (row) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped);
    }
  }
  return at(a.length, b.length);
}

describe('one typo', () => {
  test('is what the full distance table says', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(atMostOneTypo(a, b)).toBe(distance(a, b) <= 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('always shares a spelling with one letter out', () => {
    const typo = word.chain((original) =>
      fc.tuple(fc.constant(original), fc.nat(original.length), fc.constantFrom(...'aeizx'), fc.constantFrom('change', 'add', 'drop', 'swap')),
    );
    fc.assert(
      fc.property(typo, ([original, at, letter, kind]) => {
        const letters = [...original];
        if (kind === 'change' && at < letters.length) letters[at] = letter;
        if (kind === 'add') letters.splice(at, 0, letter);
        if (kind === 'drop') letters.splice(at, 1);
        if (kind === 'swap' && at + 1 < letters.length) letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
        const typed = letters.join('');
        const shared = oneLetterOut(original).filter((spelling) => oneLetterOut(typed).includes(spelling));
        expect(shared.length).toBeGreaterThan(0);
        expect(atMostOneTypo(original, typed)).toBe(true);
      }),
    );
  });
});

describe('a swipe of the health card', () => {
  test.each([
    '%RSSMRA80A01H501U^ROSSI^MARIO?',
    '%BRSSMRA80A01H501UROSSI  MARIO                    ?;80380000000000000000=',
    '%1RSSMRA80A01H501U ROSSI/MARIO ?',
    'RSSMRA80A01H501U&ROSSI&MARIO_',
  ])('%s gives code and names', (text) =>
    expect(readHealthCardStripe(text)).toEqual({ codiceFiscale: 'RSSMRA80A01H501U', name: { surname: 'ROSSI', givenName: 'MARIO' } }),
  );

  test('names that do not fit the code are left out', () =>
    expect(readHealthCardStripe('%RSSMRA80A01H501U^BIANCHI^LUCA?')).toEqual({ codiceFiscale: 'RSSMRA80A01H501U', name: undefined }));

  test('no valid code, nothing read', () => expect(readHealthCardStripe('%RSSMRA80A01H501X^ROSSI^MARIO?')).toBeUndefined());

  test('any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const reading = readHealthCardStripe(text);
        expect(reading === undefined || parseCodiceFiscale(reading.codiceFiscale).ok).toBe(true);
      }),
    );
  });
});
