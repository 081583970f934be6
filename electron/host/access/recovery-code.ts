import { randomBytes } from 'node:crypto';
import { recoveryCharacters } from '../../../shared/settings/recovery-code.ts';

/**
 * The recovery code: 120 random bits as 24 characters of Crockford's base 32 and one check character, in five groups of
 * five. The check is a weighted sum over GF(32) with a different weight at each place: it finds every single wrong
 * character and every pair swapped, wherever they stand.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const places = 24;
const groupsOfFive = /.{5}/g;

export function newRecoveryCode(): string {
  return formatRecoveryCode(randomBytes(15));
}

/** 15 bytes as they are printed: `ABCDE-FGHJK-…`. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = Array.from({ length: places }, (_, place) => Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2));
  const characters = [...digits, checkDigit(digits)].map((digit) => alphabet.charAt(digit)).join('');
  return (characters.match(groupsOfFive) ?? []).join('-');
}

/** The code as it was printed, of what somebody copied from paper; undefined when a character is wrong or missing. */
export function readRecoveryCode(typed: string): string | undefined {
  const characters = recoveryCharacters(typed);
  const digits = [...characters].map((character) => alphabet.indexOf(character));
  if (digits.length !== places + 1 || digits.includes(-1)) return undefined;
  if (checkDigit(digits.slice(0, places)) !== digits[places]) return undefined;
  return (characters.match(groupsOfFive) ?? []).join('-');
}

function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => timesX(sum ^ digit), 0);
}

/** Multiplication by x in GF(32), modulo x⁵ + x² + 1. */
function timesX(value: number): number {
  const doubled = value << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
}
