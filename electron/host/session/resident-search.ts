import type Database from 'better-sqlite3';
import type { ResidentFound } from '../../../shared/person/person-schema.ts';
import { statement } from '../db/statement.ts';
import { residentsNamed } from './name-search.ts';
import { detailsOf } from './resident-store.ts';
import type { ResidentRow } from './resident-store.ts';

interface Candidate {
  readonly id: string;
  readonly last_activity_at: string;
}

const mostResidents = 20;

const recency = statement<[string], Candidate>(
  'select r.id, r.last_activity_at from json_each(?) w cross join resident r on r.id = w.value',
);
const byCode = statement<[string, string], { id: string }>('select id from resident where codice_fiscale >= ? and codice_fiscale < ?');
const seen = statement<[string], ResidentRow & { sessions: number; last_seen_at: string | null }>(
  `select r.id, r.surname, r.given_name, r.codice_fiscale, r.birth_date, r.sex, r.last_activity_at, r.wiped_at,
     count(s.id) as sessions, max(s.last_activity_at) as last_seen_at
   from resident r left join session_person p on p.resident_id = r.id
     left join session s on s.id = p.session_id and s.privacy <> 'confidential'
   where r.id = ? group by r.id`,
);

/** Residents whose codice fiscale is, or begins with, what was typed: six characters at least. */
function residentsWithCode(db: Database.Database, text: string): readonly string[] {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z0-9]{6,16}$/.test(code) ? byCode(db).all(code, `${code}~`).map(({ id }) => id) : [];
}

/** Residents by codice fiscale or name: id → typos. */
export function matchingResidents(db: Database.Database, text: string): ReadonlyMap<string, number> {
  return new Map([...residentsNamed(db, text), ...residentsWithCode(db, text).map((id) => [id, 0] as const)]);
}

/**
 * Residents seen before, the best match first, then the latest; at most 20. Whoever came only to confidential sessions is
 * not among them, for anybody: this is a list of names.
 */
export function searchResidents(db: Database.Database, text: string): readonly ResidentFound[] {
  const matches = matchingResidents(db, text);
  const candidates = recency(db).all(JSON.stringify([...matches.keys()]));
  const typos = ({ id }: Candidate) => matches.get(id) ?? 0;
  candidates.sort((one, other) => typos(one) - typos(other) || (one.last_activity_at < other.last_activity_at ? 1 : -1));
  const found: ResidentFound[] = [];
  for (const candidate of candidates) {
    if (found.length === mostResidents) break;
    found.push(...readFound(db, candidate.id, typos(candidate)));
  }
  return found;
}

function readFound(db: Database.Database, id: string, distance: number): readonly ResidentFound[] {
  const row = seen(db).get(id);
  if (row === undefined || row.last_seen_at === null) return [];
  return [{ residentId: id, details: detailsOf(row), sessions: row.sessions, lastSeenAt: row.last_seen_at, distance }];
}
