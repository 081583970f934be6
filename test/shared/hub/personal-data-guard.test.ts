import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkLetter } from '../../../shared/person/codice-fiscale.ts';
import { personalDataIn } from '../../../shared/hub/personal-data-guard.ts';

const from = (letters: string, length: number) => fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((list) => list.join(''));
const consonants = from('BCDFGHLMNPRSTVZAEIOU', 6);
const code = fc
  .tuple(consonants, from('0123456789', 2), from('ABCDEHLMPRST', 1), fc.integer({ min: 1, max: 31 }), fc.boolean(), from('ABCDEFGHILMZ', 1), from('0123456789', 3))
  .map(([name, year, month, day, female, place, number]) => `${name}${year}${month}${String(day + (female ? 40 : 0)).padStart(2, '0')}${place}${number}`)
  .map((first15) => first15 + checkLetter(first15));
/** Where two people would share a code, digits are replaced, the last one first. */
const omocodic = fc.tuple(code, fc.integer({ min: 0, max: 3 })).map(([whole, replaced]) => {
  const letters = whole.slice(0, 15).split('');
  for (const at of [14, 13, 12].slice(0, replaced)) letters[at] = 'LMNPQRSTUV'.charAt(Number(letters[at]));
  return letters.join('') + checkLetter(letters.join(''));
});
const separator = fc.constantFrom('', '', '', ' ', '-', '.', ' - ', '/', '\u00a0', '_');
const spaced = (text: fc.Arbitrary<string>) =>
  text.chain((whole) => fc.array(separator, { minLength: whole.length - 1, maxLength: whole.length - 1 }).map((list) => [...whole].map((one, index) => one + (list[index] ?? '')).join('')));

const words = 'la pratica di invalidità non risulta inviata lo sportello ha provato ad allegare il verbale ma il sistema segnala errore dopo firma del patronato assistito residente'.split(' ');
const prose = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }).map((list) => list.join(' '));

describe('found', () => {
  it('every codice fiscale, however it is spaced, in whatever text and case', () => {
    fc.assert(
      fc.property(prose, spaced(omocodic), prose, fc.boolean(), (before, inside, after, lower) => {
        expect(personalDataIn(`${before}: ${lower ? inside.toLowerCase() : inside}. ${after}`)).toBe('codice-fiscale');
      }),
      { numRuns: 10_000 },
    );
  });

  it('a codice fiscale that nobody separated from the words around it', () => {
    fc.assert(
      fc.property(code, (whole) => {
        expect(personalDataIn(`Signor Rossi CF${whole}nato a Brescia`)).toBe('codice-fiscale');
      }),
      { numRuns: 2_000 },
    );
  });

  it('every number of seven to twelve digits, in groups or not', () => {
    const groups = fc.array(fc.integer({ min: 3, max: 9 }).chain((first) => from('0123456789', 2).map((rest) => `${first}${rest}`)), { minLength: 3, maxLength: 4 });
    fc.assert(
      fc.property(groups, fc.constantFrom('', ' ', '-', '.', ' - ', ' / '), (list, between) => {
        expect(personalDataIn(`Chiamare il ${list.join(between)} domani`)).toBe('long-number');
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['IBAN IT60 X054 2811 1010 0000 0123 456', 'iban'],
    ['it60x0542811101000000123456', 'iban'],
    ['scrivere a mario.rossi@example.it', 'e-mail'],
    ['telefono (0376) 12345', 'long-number'],
    ['tel. 0376 – 123456', 'long-number'],
    ['cell. 33 31 23 45 67', 'long-number'],
    ['cell. 333 2024 567', 'long-number'],
    ['protocollo 12345/2024', 'long-number'],
    ['domus 1234567890123', 'long-number'],
    ['ＲＳＳＭＲＡ８０Ａ０１Ｈ５０１Ｕ', 'codice-fiscale'],
    ['RSSMRAULALMHRLMD', 'codice-fiscale'],
  ])('%s', (text, found) => expect(personalDataIn(text)).toBe(found));
});

describe('no false alarm', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1930, max: 2035 })).chain(([day, month, year]) =>
    fc.constantFrom(`${two(day)}/${two(month)}/${year}`, `${day}.${month}.${year}`, `${two(day)}-${two(month)}-${year}`, `${year}-${two(month)}-${two(day)}`, `${month}/${year}`, `${year}/${year + 1}`, `${year}`),
  );
  const amount = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => `${(cents / 100).toLocaleString('it-IT', { minimumFractionDigits: 2, useGrouping: 'always' })} euro`);
  const law = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1960, max: 2026 })).map(([number, year]) => `legge ${number}/${year}`);

  it('in dates, hours, amounts and laws, alone and one after the other', () => {
    const time = fc.tuple(fc.integer({ min: 8, max: 19 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${hour}:${two(minute)}`);
    fc.assert(
      fc.property(prose, fc.oneof(date, amount, law), fc.oneof(date, amount, law, time), prose, (before, first, second, after) => {
        expect(personalDataIn(`${before} ${first} ${second} ${after}`)).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });

  it('in prose, whatever letters meet across its spaces', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(personalDataIn(text)).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    'ISEE 2025/2026 da rinnovare entro il 31/12/2026',
    'Dal 01/01/2026 al 31/12/2026',
    'Periodi 01/01/2024-31/12/2024 e 2023 2024 2025',
    'Legge 104/1992, DPCM 159/2013, art. 3 comma 3',
    'Importo 12.345,67 euro invece di 10.000 20.000',
    'Appuntamento il 30.06.2026 12:30',
    'RSSMRA80A01H501A',
    'Il codice errore è 500123',
    'Il 01/01/2026 100,00 euro e 1234,56 euro',
  ])('%s', (text) => expect(personalDataIn(text)).toBeUndefined());
});
