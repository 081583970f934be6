import { checkLetter } from '../person/codice-fiscale.ts';

/** What must not be in a text that passes through the hub. */
export type PersonalDataFound = 'codice-fiscale' | 'iban' | 'e-mail' | 'long-number';

const eMail = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const iban = /IT\d{2}[A-Z]\d{10}[0-9A-Z]{12}/;

/**
 * Looks for what a prepared question must not carry: a codice fiscale (with a right check letter, however it is spaced), an
 * Italian IBAN, an e-mail address, a number of seven digits or more that is no date, year, law or amount. Names cannot be told
 * from other words: the screen asks for none, and nothing here promises to find one.
 */
export function personalDataIn(written: string): PersonalDataFound | undefined {
  // Full-width letters and the like are typed by nobody, but pasted.
  const text = written.normalize('NFKC').toUpperCase();
  if (hasCodiceFiscale(text)) return 'codice-fiscale';
  if (iban.test(text.replaceAll(/[^A-Z0-9]/g, ''))) return 'iban';
  if (eMail.test(text)) return 'e-mail';
  const numbers = text.replaceAll(amount, '€').match(longNumber) ?? [];
  return numbers.some((number) => !harmless.test(number)) ? 'long-number' : undefined;
}

const letter = '[A-Z]';
const digit = '[0-9LMNPQRSTUV]';
const sixteen = [...Array.from({ length: 6 }, () => letter), digit, digit, '[ABCDEHLMPRST]', digit, digit, letter, digit, digit, digit, letter];
/** Within a lookahead, so that one that only looks like a code does not hide the code that begins inside it. */
const spacedCode = new RegExp(`(?=(${sixteen.join('[^A-Z0-9]{0,3}')}))`, 'g');
const wordCharacter = /[\p{L}\p{N}]/u;

function hasCodiceFiscale(text: string): boolean {
  return [...text.matchAll(spacedCode)].some(({ index, 1: found = '' }) => {
    const code = found.replaceAll(/[^A-Z0-9]/g, '');
    return checkLetter(code.slice(0, 15)) === code.charAt(15) && !isProse(text, index, found);
  });
}

/** Six words in a row can have the letters of a code whose digits were all replaced; a code has digits or stands alone. */
function isProse(text: string, index: number, found: string): boolean {
  const digits = found.replaceAll(/\D/g, '').length;
  const alone = !wordCharacter.test(text.charAt(index - 1)) && !wordCharacter.test(text.charAt(index + found.length));
  if (digits >= 4) return false;
  return !alone || (digits === 0 && found.length > sixteen.length);
}

const between = '[^\\S\\n]?[./()–—_-]?[^\\S\\n]?';
/** Seven digits in a row, however they are spaced: telephone, protocol and Domus numbers. */
const longNumber = new RegExp(`\\d(?:${between}\\d){6,}`, 'g');

/** With its cents: 850,00 or 12.345,67. */
const amount = /(?<!\d)\d{1,3}(?:\.?\d{3}){0,2},\d{2}(?!\d)/g;

const year = '(?:19|20)\\d{2}';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const shapes = [
  `${day}(?<separator>[./-])${month}\\k<separator>${year}`,
  `${year}-${month}-${day}`,
  // The law 104/1992, the month 06/2026, the years 2025/2026 and 2025-26.
  `\\d{1,4}/${year}`,
  `${year}[/-](?:19|20)?\\d{2}`,
  year,
  // Thousands of euro.
  '\\d{1,3}\\.\\d{3}',
];
const shape = (index: number) => `(?:${shapes.join('|').replaceAll('separator', `separator${index}`)})`;
const joint = '(?:[^\\S\\n]{1,2}|[^\\S\\n]?[/–—-][^\\S\\n]?)';
/** Up to four dates, years, laws or amounts one after the other, and an hour or a count before or after them. */
const harmless = new RegExp(`^(?:\\d{1,2}${joint})?${shape(1)}${[2, 3, 4].map((index) => `(?:${joint}${shape(index)})?`).join('')}(?:${joint}\\d{1,2})?$`);
