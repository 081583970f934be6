import type Database from 'better-sqlite3';
import type { PersonDetails } from '../../../shared/person/person-schema.ts';
import { statement } from '../db/statement.ts';
import { forgetNames, indexNames } from './name-index.ts';
import { visibleTo } from './visibility.ts';
import type { Viewer } from './visibility.ts';

/** A resident as their table has them: once, however many sessions. */
export interface ResidentRow {
  readonly id: string;
  readonly surname: string | null;
  readonly given_name: string | null;
  readonly codice_fiscale: string | null;
  readonly birth_date: string | null;
  readonly sex: 'F' | 'M' | null;
  readonly last_activity_at: string;
  readonly wiped_at: string | null;
}

type Details = Pick<ResidentRow, 'id' | 'surname' | 'given_name' | 'codice_fiscale' | 'birth_date' | 'sex'>;

const columns = 'id, surname, given_name, codice_fiscale, birth_date, sex, last_activity_at, wiped_at';
const byId = statement<[string], ResidentRow>(`select ${columns} from resident where id = ?`);
const inVisibleSession = `exists (
  select 1 from session_person p join session s on s.id = p.session_id where p.resident_id = r.id and ${visibleTo})`;
const byCode = statement<[Viewer & { code: string }], ResidentRow>(
  `select ${columns} from resident r where codice_fiscale = @code and ${inVisibleSession} order by last_activity_at desc limit 1`,
);
const knownTo = statement<[Viewer & { id: string }], ResidentRow>(`select ${columns} from resident r where id = @id and ${inVisibleSession}`);
const insert = statement<[Details & { at: string }]>(
  `insert into resident (id, surname, given_name, codice_fiscale, birth_date, sex, created_at, last_activity_at)
   values (@id, @surname, @given_name, @codice_fiscale, @birth_date, @sex, @at, @at)`,
);
const update = statement<[Details]>(
  `update resident set surname = @surname, given_name = @given_name, codice_fiscale = @codice_fiscale,
     birth_date = @birth_date, sex = @sex, wiped_at = null where id = @id`,
);
const remove = statement<[string]>('delete from resident where id = ?');
const anywhere = statement<[string], { found: 1 }>('select 1 as found from session_person where resident_id = ? limit 1');
const elsewhere = statement<[string, string], { found: 1 }>(
  'select 1 as found from session_person where resident_id = ? and session_id <> ? limit 1',
);

export const findResident = (db: Database.Database, id: string): ResidentRow | undefined => byId(db).get(id);
/**
 * The resident with a code, among those whose sessions somebody may see: one known from a colleague's confidential session
 * alone is nobody, and the same code is then written down a second time.
 */
export const findByCodiceFiscale = (db: Database.Database, viewer: Viewer, code: string): ResidentRow | undefined =>
  byCode(db).get({ ...viewer, code });
/** A resident somebody may know of: of a session they may see. */
export const findKnownResident = (db: Database.Database, viewer: Viewer, id: string): ResidentRow | undefined => knownTo(db).get({ ...viewer, id });
/** Whether a resident is in any session but this one. */
export const isKnownElsewhere = (db: Database.Database, residentId: string, sessionId: string): boolean =>
  elsewhere(db).get(residentId, sessionId) !== undefined;

export const detailsOf = (row: Omit<ResidentRow, 'id' | 'last_activity_at' | 'wiped_at'>): PersonDetails => ({
  ...(row.surname !== null && { surname: row.surname }),
  ...(row.given_name !== null && { givenName: row.given_name }),
  ...(row.codice_fiscale !== null && { codiceFiscale: row.codice_fiscale }),
  ...(row.birth_date !== null && { birthDate: row.birth_date }),
  ...(row.sex !== null && { sex: row.sex }),
});

const rowOf = (id: string, details: PersonDetails): Details => ({
  id,
  surname: details.surname ?? null,
  given_name: details.givenName ?? null,
  codice_fiscale: details.codiceFiscale ?? null,
  birth_date: details.birthDate ?? null,
  sex: details.sex ?? null,
});

export function insertResident(db: Database.Database, id: string, details: PersonDetails, at: string): void {
  insert(db).run({ ...rowOf(id, details), at });
  indexNames(db, id, details);
}

/** Writes a resident's details as given: what is left out is taken away, and a wiped resident is one again. */
export function updateResident(db: Database.Database, id: string, details: PersonDetails): void {
  update(db).run(rowOf(id, details));
  indexNames(db, id, details);
}

/** Removes a resident no session speaks of any more, words of the name included. */
export function removeIfOrphan(db: Database.Database, id: string): void {
  if (anywhere(db).get(id) !== undefined) return;
  forgetNames(db, id);
  remove(db).run(id);
}
