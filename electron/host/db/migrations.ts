import { records } from './migrations/001-records.ts';
import { consultations } from './migrations/002-consultations.ts';
import { continuedSessions } from './migrations/003-continued-sessions.ts';
import { spellingsByWord } from './migrations/004-spellings-by-word.ts';

/** One step from one shape of the records to the next. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * Every migration, oldest first, numbered 1, 2, 3 … A released one is never edited: a change is a new file and a new row
 * here. They are modules, not .sql files, so that the bundled desk carries them without knowing where it was installed.
 */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'records', sql: records },
  { number: 2, name: 'consultations', sql: consultations },
  { number: 3, name: 'continued-sessions', sql: continuedSessions },
  { number: 4, name: 'spellings-by-word', sql: spellingsByWord },
];
