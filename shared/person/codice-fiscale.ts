/**
 * The Italian tax code of a natural person (DM 23-12-1976 n. 13813): 16 characters, with omocodia (digits replaced by
 * letters where two people would share a code), or the provisional one of 11 digits.
 */
export type CodiceFiscale =
  | { readonly kind: 'personal'; readonly value: string; readonly birth: BirthHint }
  | { readonly kind: 'provisional'; readonly value: string };

/** What the 16 characters say of the birth. The century is not among it, and nothing here decides an entitlement. */
export interface BirthHint {
  readonly yearOfCentury: number;
  readonly month: number;
  readonly day: number;
  readonly sex: 'F' | 'M';
  /** Codice Belfiore of the comune, or Z000 for a country. */
  readonly place: string;
}

export type CodiceFiscaleProblem = 'empty' | 'length' | 'characters' | 'shape' | 'day' | 'check';

export type CodiceFiscaleReading =
  | { readonly ok: true; readonly code: CodiceFiscale }
  | { readonly ok: false; readonly problem: CodiceFiscaleProblem };

const OMOCODIA = 'LMNPQRSTUV';
const MONTHS = 'ABCDEHLMPRST';
const SHAPE = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Weight of 0/A, 1/B … 9/J, K … Z in the odd places (first, third, …). */
const ODD_WEIGHTS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const ordinal = (character: string) => (/\d/.test(character) ? Number(character) : LETTERS.indexOf(character));

/** Check letter of the first 15 characters. */
export function checkLetter(first15: string): string {
  const weights = [...first15].map((character, index) => {
    const value = ordinal(character);
    return index % 2 === 0 ? (ODD_WEIGHTS[value] ?? 0) : value;
  });
  return LETTERS.charAt(weights.reduce((sum, weight) => sum + weight, 0) % 26);
}

/** Control digit of an 11-digit number, the same as the partita IVA's. */
function elevenDigitsHold(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const undoOmocodia = (text: string) =>
  text.replace(/[LMNPQRSTUV]/g, (letter) => String(OMOCODIA.indexOf(letter)));

function readBirth(code: string): BirthHint | undefined {
  const dayAndSex = Number(undoOmocodia(code.slice(9, 11)));
  const day = dayAndSex > 40 ? dayAndSex - 40 : dayAndSex;
  const month = MONTHS.indexOf(code.charAt(8)) + 1;
  if (day < 1 || day > new Date(Date.UTC(2000, month, 0)).getUTCDate()) return undefined;
  return {
    yearOfCentury: Number(undoOmocodia(code.slice(6, 8))),
    month,
    day,
    sex: dayAndSex > 40 ? 'F' : 'M',
    place: code.charAt(11) + undoOmocodia(code.slice(12, 15)),
  };
}

function readPersonal(value: string): CodiceFiscaleReading {
  if (!SHAPE.test(value)) return { ok: false, problem: 'shape' };
  if (checkLetter(value.slice(0, 15)) !== value.charAt(15)) return { ok: false, problem: 'check' };
  const birth = readBirth(value);
  return birth ? { ok: true, code: { kind: 'personal', value, birth } } : { ok: false, problem: 'day' };
}

/**
 * Reads a codice fiscale as typed or scanned: spaces, hyphens and case do not matter.
 * Errors, in the order they are looked for: `empty`, `characters` (not a letter or digit), `length` (neither 16 nor 11),
 * `shape` (a letter where a digit belongs, nothing but zeros, …), `check` (control character), `day` (no such day of the month).
 */
export function parseCodiceFiscale(text: string): CodiceFiscaleReading {
  const value = text.replace(/[\s-]/g, '').toUpperCase();
  if (value === '') return { ok: false, problem: 'empty' };
  if (!/^[A-Z0-9]+$/.test(value)) return { ok: false, problem: 'characters' };
  if (/^0{11}$/.test(value)) return { ok: false, problem: 'shape' };
  if (/^\d{11}$/.test(value)) {
    return elevenDigitsHold(value) ? { ok: true, code: { kind: 'provisional', value } } : { ok: false, problem: 'check' };
  }
  return value.length === 16 ? readPersonal(value) : { ok: false, problem: 'length' };
}
