/** Letters Unicode does not take apart into a base letter and an accent. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'n',
};

/**
 * The words of a name as search sees them: lower case, without accents, split at everything that is neither letter nor
 * digit except the apostrophe (`D'Amico` is one word, found as `damico`). Other alphabets keep their letters.
 */
export function foldName(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(/['’ʼ`´]/g, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * A word and every spelling of it with one character left out, without repeats. Two words one typo apart (a letter
 * changed, added, dropped, or two neighbours swapped) always share one of these.
 */
export function oneLetterOut(word: string): string[] {
  const characters = [...word];
  const shorter = characters.map((_, index) => characters.toSpliced(index, 1).join(''));
  return [...new Set([word, ...shorter])];
}

/**
 * Whether two words are the same or one typo apart (optimal string alignment distance at most 1).
 */
export function atMostOneTypo(left: string, right: string): boolean {
  const a = [...left];
  const b = [...right];
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  if (middleA.length <= 1 && middleB.length <= 1) return true;
  return middleA.length === 2 && middleB.length === 2 && middleA[0] === middleB[1] && middleA[1] === middleB[0];
}
