import type Database from 'better-sqlite3';
import type { IdentitySeen, PersonInput, SessionPerson } from '../../../shared/person/person-schema.ts';
import type { PersonRole } from '../../../shared/session/closed-lists.ts';
import { statement } from '../db/statement.ts';
import { detailsOf } from './resident-store.ts';
import type { ResidentRow } from './resident-store.ts';

/** A person's place in one session. */
export interface PersonRow {
  readonly id: string;
  readonly session_id: string;
  readonly resident_id: string;
  readonly role: PersonRole;
  readonly relation: string | null;
  readonly identity_document: IdentitySeen['document'] | null;
  readonly identity_in_date: 0 | 1 | null;
  readonly identity_seen_at: string | null;
}

type PersonWithDetails = PersonRow & Omit<ResidentRow, 'id' | 'last_activity_at' | 'wiped_at'> & { readonly came_before: 0 | 1 };

const columns = 'id, session_id, resident_id, role, relation, identity_document, identity_in_date, identity_seen_at';
const byId = statement<[string, string], PersonRow>(`select ${columns} from session_person where id = ? and session_id = ?`);
const ofSession = statement<[string], PersonRow>(`select ${columns} from session_person where session_id = ? order by rowid`);
// Returning: in an earlier session everybody may know of; a confidential one gives nothing away.
const withDetails = statement<[string], PersonWithDetails>(
  `select p.id, p.session_id, p.resident_id, p.role, p.relation, p.identity_document, p.identity_in_date, p.identity_seen_at,
     r.surname, r.given_name, r.codice_fiscale, r.birth_date, r.sex,
     exists (select 1 from session_person o join session s on s.id = o.session_id
             where o.resident_id = p.resident_id and s.rowid < this.rowid and s.privacy <> 'confidential') as came_before
   from session_person p join resident r on r.id = p.resident_id join session this on this.id = p.session_id
   where p.session_id = ? order by p.role <> 'main', p.rowid`,
);
const insert = statement<[PersonRow & { at: string }]>(
  `insert into session_person (${columns}, added_at) values (@id, @session_id, @resident_id, @role, @relation,
     @identity_document, @identity_in_date, @identity_seen_at, @at)`,
);
const update = statement<[PersonRow]>(
  `update session_person set resident_id = @resident_id, role = @role, relation = @relation,
     identity_document = @identity_document, identity_in_date = @identity_in_date, identity_seen_at = @identity_seen_at
   where id = @id`,
);
const remove = statement<[string]>('delete from session_person where id = ?');
const removeMarks = statement<[string, string]>(
  'delete from run_document where subject = ? and run_id in (select id from run where session_id = ?)',
);

export const findPerson = (db: Database.Database, id: string, sessionId: string): PersonRow | undefined => byId(db).get(id, sessionId);
/** Everybody in a session, in the order they were added. */
export const peopleOf = (db: Database.Database, sessionId: string): readonly PersonRow[] => ofSession(db).all(sessionId);
export const insertPerson = (db: Database.Database, person: PersonRow, at: string): unknown => insert(db).run({ ...person, at });
export const updatePersonRow = (db: Database.Database, person: PersonRow): unknown => update(db).run(person);

/** Takes a person out of a session, with the marks on their papers. */
export function removePersonRow(db: Database.Database, person: PersonRow): void {
  removeMarks(db).run(person.id, person.session_id);
  remove(db).run(person.id);
}

/** Everybody in a session with their details, the main person first. */
export const readPeople = (db: Database.Database, sessionId: string): readonly SessionPerson[] =>
  withDetails(db).all(sessionId).map((row) => ({
    id: row.id,
    role: row.role,
    relation: row.relation ?? undefined,
    residentId: row.resident_id,
    details: detailsOf(row),
    identity: identityOf(row),
    returning: row.came_before === 1,
  }));

function identityOf(row: PersonRow): SessionPerson['identity'] {
  if (row.identity_document === null || row.identity_seen_at === null) return undefined;
  return {
    document: row.identity_document,
    inDate: row.identity_in_date === null ? null : row.identity_in_date === 1,
    seenAt: row.identity_seen_at,
  };
}

/** The row a form makes. A paper counts as seen again only when something about it changed. */
export function personRow(place: Pick<PersonRow, 'id' | 'session_id' | 'resident_id'>, form: PersonInput, at: string, before?: PersonRow): PersonRow {
  const document = form.identity?.document ?? null;
  const inDate = form.identity?.inDate ?? null;
  const identity = { identity_document: document, identity_in_date: inDate === null ? null : inDate ? (1 as const) : (0 as const) };
  const same = before?.identity_document === document && before.identity_in_date === identity.identity_in_date;
  const seenAt = document === null ? null : same ? before.identity_seen_at : at;
  return { ...place, role: form.role, relation: form.relation || null, ...identity, identity_seen_at: seenAt };
}
