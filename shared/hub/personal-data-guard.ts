import { checkLetter } from '../person/codice-fiscale.ts';

/** What must not be in a text that passes through the hub. */
export type PersonalDataFound = 'codice-fiscale' | 'iban' | 'e-mail' | 'long-number';

const sixteen = /[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]/g;
const iban = /IT\d{2}[A-Z]\d{10}[0-9A-Z]{12}/;
const eMail = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
/** Seven digits in a row, however they are spaced: telephone, protocol and Domus numbers; a date or an amount is shorter. */
const longNumber = /\d(?:[ ./-]?\d){6,}/g;
const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$|^\d{4}-\d{2}-\d{2}$/;

/**
 * Looks for what a prepared question must not carry: a codice fiscale (with a right check letter, however it is spaced), an
 * Italian IBAN, an e-mail address, a number of seven digits or more. Names cannot be told from other words: the screen asks
 * for none, and nothing here promises to find one.
 */
export function personalDataIn(text: string): PersonalDataFound | undefined {
  const joined = text.toUpperCase().replaceAll(/[\s.-]/g, '');
  if ((joined.match(sixteen) ?? []).some(hasRightLetter)) return 'codice-fiscale';
  if (iban.test(joined)) return 'iban';
  if (eMail.test(text)) return 'e-mail';
  if ((text.match(longNumber) ?? []).some((number) => !date.test(number))) return 'long-number';
  return undefined;
}

const hasRightLetter = (code: string): boolean => checkLetter(code.slice(0, 15)) === code.charAt(15);
