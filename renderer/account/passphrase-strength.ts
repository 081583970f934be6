/** How hard a passphrase is to guess, in the words a screen can say. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'strong';

/** As the desk itself demands (passphraseSchema). */
const shortest = 10;
const easy = ['password', 'sportello', 'comune', 'inps', 'qwerty', 'asdfgh', '12345', 'abcde', 'italia', 'benvenut'];

const words = (text: string) => text.split(/[\s\-_.,]+/).filter((word) => word.length > 2);

/** Longest stretch without the signs a guesser tries first: known words, and characters repeated or in a row. */
function freshLength(text: string): number {
  const withoutEasy = easy.reduce((rest, word) => rest.replaceAll(word, ''), text.toLowerCase());
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
