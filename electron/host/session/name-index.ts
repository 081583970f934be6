import type Database from 'better-sqlite3';
import { foldName, oneLetterOut } from '../../../shared/person/name-folding.ts';
import type { PersonDetails } from '../../../shared/person/person-schema.ts';
import { statement } from '../db/statement.ts';

const tokenId = statement<[string], { id: number }>('select id from name_token where token = ?');
const insertToken = statement<[string]>('insert into name_token (token) values (?)');
const insertSpelling = statement<[string, number]>('insert into name_token_deletion (spelling, token_id) values (?, ?)');
const insertLink = statement<[number, string]>('insert into resident_token (token_id, resident_id) values (?, ?)');
const linked = statement<[string], { token_id: number }>('select token_id from resident_token where resident_id = ?');
const unlink = statement<[string]>('delete from resident_token where resident_id = ?');
const removeUnused = statement<[number]>(
  'delete from name_token where id = ? and not exists (select 1 from resident_token where token_id = name_token.id)',
);

/** The words a name is found by. */
const wordsOf = (names: Pick<PersonDetails, 'surname' | 'givenName'>): ReadonlySet<string> =>
  new Set([...foldName(names.surname ?? ''), ...foldName(names.givenName ?? '')]);

/** Makes a resident findable by the words of their name, and by no other word. */
export function indexNames(db: Database.Database, residentId: string, names: Pick<PersonDetails, 'surname' | 'givenName'>): void {
  const before = linked(db).all(residentId);
  unlink(db).run(residentId);
  for (const word of wordsOf(names)) insertLink(db).run(tokenFor(db, word), residentId);
  for (const { token_id } of before) removeUnused(db).run(token_id);
}

/** Takes a resident's name out of the index; a word must not outlive the last person who bore it. */
export const forgetNames = (db: Database.Database, residentId: string): void => indexNames(db, residentId, {});

function tokenFor(db: Database.Database, word: string): number {
  const known = tokenId(db).get(word);
  if (known !== undefined) return known.id;
  const id = Number(insertToken(db).run(word).lastInsertRowid);
  for (const spelling of oneLetterOut(word)) insertSpelling(db).run(spelling, id);
  return id;
}
