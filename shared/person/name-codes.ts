import { checkLetter } from './codice-fiscale.ts';
import { foldName } from './name-folding.ts';

const MONTHS = 'ABCDEHLMPRST';

const letters = (name: string) => foldName(name).join('').toUpperCase().replace(/[^A-Z]/g, '');
const consonants = (text: string) => text.replace(/[AEIOU]/g, '');
const vowels = (text: string) => text.replace(/[^AEIOU]/g, '');
const threeOf = (text: string) => (consonants(text) + vowels(text) + 'XXX').slice(0, 3);

/** The three letters a surname takes in the codice fiscale. */
export const surnameCode = (surname: string): string => threeOf(letters(surname));

/** The three letters a given name takes: with four consonants or more the second is left out. */
export function givenNameCode(givenName: string): string {
  const text = letters(givenName);
  const own = consonants(text);
  return own.length >= 4 ? own.charAt(0) + own.charAt(2) + own.charAt(3) : threeOf(text);
}

/** Whether a name as written goes with a 16-character codice fiscale; a mismatch is worth a second look, no more. */
export function nameFitsCode(code: string, surname: string, givenName: string): boolean {
  return code.slice(0, 3) === surnameCode(surname) && code.slice(3, 6) === givenNameCode(givenName);
}

/**
 * The codice fiscale a person would be given, for synthetic people only (only the Agenzia delle Entrate issues one).
 * `birthDate` is `YYYY-MM-DD`, `place` a codice Belfiore or Z000.
 */
export function composeCodiceFiscale(person: {
  surname: string;
  givenName: string;
  birthDate: string;
  sex: 'F' | 'M';
  place: string;
}): string {
  const [year = '', month = '', day = ''] = person.birthDate.split('-');
  const dayAndSex = Number(day) + (person.sex === 'F' ? 40 : 0);
  const birth = year.slice(2) + MONTHS.charAt(Number(month) - 1) + String(dayAndSex).padStart(2, '0');
  const first15 = surnameCode(person.surname) + givenNameCode(person.givenName) + birth + person.place;
  return first15 + checkLetter(first15);
}
