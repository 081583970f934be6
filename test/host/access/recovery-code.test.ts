import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRecoveryCode, newRecoveryCode, readRecoveryCode } from '../../../electron/host/access/recovery-code.ts';

const code = fc.uint8Array({ minLength: 15, maxLength: 15 }).map(formatRecoveryCode);
const place = fc.nat(24);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function replaceAt(text: string, index: number, character: string): string {
  const letters = [...text.replaceAll('-', '')];
  letters[index] = character;
  return letters.join('');
}

test('is five groups of five, and another one each time', () => {
  expect(newRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(newRecoveryCode()).not.toBe(newRecoveryCode());
});

test('reads back what was printed, however it is copied', () => {
  fc.assert(
    fc.property(code, fc.boolean(), fc.constantFrom('', ' ', '-', ' - '), (printed, lower, separator) => {
      const copied = printed.replaceAll('-', separator).replaceAll('0', 'O').replaceAll('1', 'l');
      expect(readRecoveryCode(lower ? copied.toLowerCase() : copied)).toBe(printed);
    }),
  );
});

test('different bytes make different codes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), fc.nat(119), (bytes, bit) => {
      const other = bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(formatRecoveryCode(other)).not.toBe(formatRecoveryCode(bytes));
    }),
  );
});

test('finds every single wrong character', () => {
  fc.assert(
    fc.property(code, place, fc.constantFrom(...alphabet), (printed, index, character) => {
      const typed = replaceAt(printed, index, character);
      expect(readRecoveryCode(typed)).toBe(typed === printed.replaceAll('-', '') ? printed : undefined);
    }),
  );
});

test('finds every two characters swapped', () => {
  fc.assert(
    fc.property(code, place, place, (printed, one, other) => {
      const letters = printed.replaceAll('-', '');
      const swapped = replaceAt(replaceAt(printed, one, letters.charAt(other)), other, letters.charAt(one));
      expect(readRecoveryCode(swapped)).toBe(swapped === letters ? printed : undefined);
    }),
  );
});

test.each(['', 'ABCDE', 'ABCDE-ABCDE-ABCDE-ABCDE-ABCD!', 'UUUUU-UUUUU-UUUUU-UUUUU-UUUUU'])('%j is no code', (typed) => {
  expect(readRecoveryCode(typed)).toBeUndefined();
});
