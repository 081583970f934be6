import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A token for a link or a cookie: 256 bits, fit for an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a code, a token or a cookie. They are long and random, so a plain digest cannot be guessed back. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Letters and digits nobody takes for one another, read or spoken (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;
const groupLength = 4;

/** A code to be typed once: 60 bits, `7K2M-9XQ4-HT3R`. */
export function newCode(): string {
  const letters = Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length)));
  return letters.join('').replaceAll(new RegExp(`.{${groupLength}}(?=.)`, 'g'), '$&-');
}

/** A code as it was meant: however it was spaced or written, with O for 0 and I or L for 1. */
export const meantCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
