import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeBirthDate } from '../../../shared/person/birth-date-proposal.ts';
import { checkLetter, parseCodiceFiscale } from '../../../shared/person/codice-fiscale.ts';

const birthOf = (text: string) => {
  const reading = parseCodiceFiscale(text);
  return reading.ok && reading.code.kind === 'personal' ? reading.code.birth : undefined;
};
const problemOf = (text: string) => {
  const reading = parseCodiceFiscale(text);
  return reading.ok ? undefined : reading.problem;
};

describe('known codes', () => {
  test.each([
    ['RSSMRA80A01H501U', { yearOfCentury: 80, month: 1, day: 1, sex: 'M', place: 'H501' }],
    ['RSSMRA80A41H501Y', { yearOfCentury: 80, month: 1, day: 1, sex: 'F', place: 'H501' }],
    ['BNCLCU75C12F205G', { yearOfCentury: 75, month: 3, day: 12, sex: 'M', place: 'F205' }],
    ['VRDNNA50T70Z129U', { yearOfCentury: 50, month: 12, day: 30, sex: 'F', place: 'Z129' }],
    ['RSSMRA80A01H50MM', { yearOfCentury: 80, month: 1, day: 1, sex: 'M', place: 'H501' }],
    ['RSSMRA80A01HR0MH', { yearOfCentury: 80, month: 1, day: 1, sex: 'M', place: 'H501' }],
    ['RSSMRAULALMHRLMD', { yearOfCentury: 80, month: 1, day: 1, sex: 'M', place: 'H501' }],
    ['ABCDEF12B23P432P', { yearOfCentury: 12, month: 2, day: 23, sex: 'M', place: 'P432' }],
    ['ABCDEF12B23P43NE', { yearOfCentury: 12, month: 2, day: 23, sex: 'M', place: 'P432' }],
  ])('%s', (code, birth) => expect(birthOf(code)).toEqual(birth));

  test.each(['01234567897', '80078750587'])('provisional %s', (code) =>
    expect(parseCodiceFiscale(code)).toEqual({ ok: true, code: { kind: 'provisional', value: code } }),
  );

  test('spaces, hyphens and case do not matter', () =>
    expect(parseCodiceFiscale(' rss mra 80a01-h501u ')).toEqual(parseCodiceFiscale('RSSMRA80A01H501U')));
});

test.each([
  ['', 'empty'],
  ['RSSMRA80A01H501!', 'characters'],
  ['RSSMRA80A01H501', 'length'],
  ['RSSMRA80A01H501UU', 'length'],
  ['RSSMRA80F01H501U', 'shape'],
  ['RSSMRA80A01H501X', 'check'],
  ['01234567890', 'check'],
  [`RSSMRA80B30H501${checkLetter('RSSMRA80B30H501')}`, 'day'],
  [`RSSMRA80A00H501${checkLetter('RSSMRA80A00H501')}`, 'day'],
  [`RSSMRA80A35H501${checkLetter('RSSMRA80A35H501')}`, 'day'],
])('%j is refused: %s', (text, problem) => expect(problemOf(text)).toBe(problem));

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const validCode = fc
  .tuple(
    fc.array(letter, { minLength: 6, maxLength: 6 }),
    fc.integer({ min: 0, max: 99 }),
    fc.constantFrom(...'ABCDEHLMPRST'),
    fc.integer({ min: 1, max: 28 }),
    fc.boolean(),
    letter,
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([name, year, month, day, woman, place, number]) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const first15 = name.join('') + two(year) + month + two(day + (woman ? 40 : 0)) + place + String(number).padStart(3, '0');
    return first15 + checkLetter(first15);
  });

test('every omocodia variant of a code says the same birth', () => {
  const places = [6, 7, 9, 10, 12, 13, 14];
  fc.assert(
    fc.property(validCode, fc.subarray(places), (code, replaced) => {
      const letters = [...code];
      for (const place of replaced) letters[place] = 'LMNPQRSTUV'.charAt(Number(letters[place]));
      const first15 = letters.slice(0, 15).join('');
      expect(birthOf(first15 + checkLetter(first15))).toEqual(birthOf(code));
    }),
  );
});

test('a single character typed wrong is never taken for another valid code with the same first fifteen', () => {
  fc.assert(
    fc.property(validCode, letter, (code, other) => {
      fc.pre(other !== code.charAt(15));
      expect(problemOf(code.slice(0, 15) + other)).toBe('check');
    }),
  );
});

test('any text at all gets an answer', () => {
  fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => {
      expect(typeof parseCodiceFiscale(text).ok).toBe('boolean');
    }),
  );
});

describe('the proposed birth date', () => {
  const born = (code: string, today: string) => {
    const birth = birthOf(code);
    return birth && proposeBirthDate(birth, today);
  };
  test('is the latest that is not in the future', () => {
    expect(born('RSSMRA80A01H501U', '2026-11-22')).toBe('1980-01-01');
    expect(born('ABCDEF12B23P432P', '2026-11-22')).toBe('2012-02-23');
    expect(born('ABCDEF12B23P432P', '2012-02-22')).toBe('1912-02-23');
  });
  test('29 February goes to a leap year', () => {
    expect(proposeBirthDate({ yearOfCentury: 0, month: 2, day: 29, sex: 'F', place: 'H501' }, '2026-11-22')).toBe('2000-02-29');
    expect(proposeBirthDate({ yearOfCentury: 1, month: 2, day: 29, sex: 'F', place: 'H501' }, '2026-11-22')).toBeUndefined();
  });
});
