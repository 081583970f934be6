import type Database from 'better-sqlite3';
import { atMostOneTypo, foldName, oneLetterOut } from '../../../shared/person/name-folding.ts';
import { statement } from '../db/statement.ts';

/** A query word's matches: token id → typos (0 or 1), and how many residents bear one of them. */
interface WordMatches {
  readonly typos: ReadonlyMap<number, number>;
  readonly residents: number;
}
interface TokenRow {
  readonly id: number;
  readonly token: string;
}

const byPrefix = statement<[string, string], TokenRow>('select id, token from name_token where token >= ? and token < ?');
const bySpelling = statement<[string], TokenRow>(
  `select distinct t.id, t.token from name_token_deletion d join name_token t on t.id = d.token_id
   where d.spelling in (select value from json_each(?))`,
);
const bearerCount = statement<[string], { bearers: number }>(
  'select count(*) as bearers from json_each(?) w join resident_token t on t.token_id = w.value',
);
const bearers = statement<[string], { resident_id: string; token_id: number }>(
  'select t.resident_id, t.token_id from json_each(?) w cross join resident_token t on t.token_id = w.value',
);
const wordsOf = statement<[string], { token_id: number }>('select token_id from resident_token where resident_id = ?');

/** Sorts after every token that begins with the same letters. */
const lastLetter = '\u{10FFFF}';

/**
 * Residents whose name has every word of `text`, each whole, as the beginning of a word, or with one typo; in any order.
 * @returns resident id → typos in all
 */
export function residentsNamed(db: Database.Database, text: string): ReadonlyMap<string, number> {
  const words = foldName(text).map((word) => matchesOf(db, word)).sort((one, other) => one.residents - other.residents);
  const [rarest, ...others] = words;
  const found = new Map<string, number>();
  if (rarest === undefined || rarest.residents === 0) return found;
  for (const [resident, typos] of bearersOf(db, rarest)) {
    const all = others.length === 0 ? typos : typos + typosOf(db, resident, others);
    if (all < Infinity) found.set(resident, all);
  }
  return found;
}

function matchesOf(db: Database.Database, word: string): WordMatches {
  const near = bySpelling(db).all(JSON.stringify(oneLetterOut(word))).filter(({ token }) => atMostOneTypo(word, token));
  const typos = new Map(near.map(({ id }) => [id, 1]));
  for (const { id } of byPrefix(db).all(word, word + lastLetter)) typos.set(id, 0);
  return { typos, residents: bearerCount(db).get(tokensOf(typos))?.bearers ?? 0 };
}

const tokensOf = (typos: ReadonlyMap<number, number>) => JSON.stringify([...typos.keys()]);

/** Whoever bears one of a word's tokens, with the fewest typos. */
function bearersOf(db: Database.Database, { typos }: WordMatches): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const row of bearers(db).iterate(tokensOf(typos))) {
    const one = typos.get(row.token_id) ?? 1;
    found.set(row.resident_id, Math.min(one, found.get(row.resident_id) ?? 1));
  }
  return found;
}

/** Typos with which a resident bears every one of the words; Infinity when one is missing. */
function typosOf(db: Database.Database, resident: string, words: readonly WordMatches[]): number {
  const borne = wordsOf(db).all(resident);
  const fewest = (word: WordMatches) => Math.min(...borne.map(({ token_id }) => word.typos.get(token_id) ?? Infinity));
  return words.reduce((sum, word) => sum + fewest(word), 0);
}
