import { z } from 'zod';

/** How hard a passphrase is to guess, in the words a screen can say. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'strong';

/** A short sentence is easier to keep in mind than a password with signs. */
const shortest = 10;
const longest = 200;
/** On screen for everybody to read: the example beside the box, and training's own. */
const published = ['lampione verde quattro barche', 'imparo allo sportello'];
const easy = [...published, 'password', 'sportello', 'comune', 'inps', 'qwerty', 'asdfgh', '12345', 'abcde', 'italia', 'benvenut'];

const words = (text: string) => text.split(/[\s\-_.,]+/).filter((word) => word.length > 2);

/** Characters that are left without what a guesser tries first: known words, a word said again, characters repeated or in a row. */
function freshLength(text: string): number {
  const once = [...new Set(text.toLowerCase().split(' '))].join(' ');
  const withoutEasy = easy.reduce((rest, word) => rest.replaceAll(word, ''), once);
  return [...withoutEasy].filter((character, index, all) => {
    const step = character.charCodeAt(0) - (all[index - 1]?.charCodeAt(0) ?? Number.NaN);
    return !(Math.abs(step) <= 1);
  }).length;
}

/** Judges by length and surprise, not by kinds of sign: four ordinary words are stronger than `P4ssw0rd!!`. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  if (passphrase.length < shortest) return 'too-short';
  const fresh = freshLength(passphrase);
  const different = new Set(passphrase.toLowerCase()).size;
  if (fresh < shortest - 1 || different < 6) return 'weak';
  return fresh >= 20 || (fresh >= 15 && words(passphrase).length >= 3) ? 'strong' : 'fair';
}

/** Whether the desk takes it: one rule for the screen that asks and the host that keeps. */
export function isAcceptable(passphrase: string): boolean {
  const strength = passphraseStrength(passphrase);
  return strength === 'fair' || strength === 'strong';
}

/** A passphrase somebody chooses now. One that is typed to get in is only compared, never judged. */
export const passphraseSchema = z.string().max(longest).refine(isAcceptable);
