import type Database from 'better-sqlite3';
import type { StoredOfficial, StoreMethods } from '../hub-store.ts';
import { refusalOf } from './one-time.ts';

interface OfficialRow {
  readonly id: string;
  readonly name: string;
  readonly office_id: string;
  readonly available: number;
  readonly topics: string;
  readonly languages: string;
  readonly disabled_at: string | null;
}
type Names = 'addOfficial' | 'official' | 'officials' | 'setAvailability' | 'disableOfficial' | 'addInvitation' | 'openSession' | 'sessionOf' | 'endSession';

const fromRow = (row: OfficialRow): StoredOfficial => ({
  id: row.id,
  name: row.name,
  officeId: row.office_id,
  available: row.available === 1,
  topics: JSON.parse(row.topics),
  languages: JSON.parse(row.languages),
  disabled: row.disabled_at !== null,
});

export function officialRows(db: Database.Database): Pick<StoreMethods, Names> {
  // Until they say otherwise, officials cover what their office covers.
  const add = db.prepare(
    `insert into official (id, name, office_id, topics, languages, added_at)
     select @id, @name, id, topics, languages, @at from office where id = @officeId`,
  );
  const one = db.prepare<[string], OfficialRow>('select * from official where id = ?');
  const all = db.prepare<[], OfficialRow>('select * from official order by name, id');
  const setAvailability = db.prepare('update official set available = @available, topics = @topics, languages = @languages where id = @officialId');
  return {
    addOfficial: (official) => void add.run(official),
    official: (id) => {
      const row = one.get(id);
      return row && fromRow(row);
    },
    officials: () => all.all().map(fromRow),
    setAvailability: ({ officialId, available, topics, languages }) =>
      void setAvailability.run({ officialId, available: available ? 1 : 0, topics: JSON.stringify(topics), languages: JSON.stringify(languages) }),
    disableOfficial: disabling(db),
    ...sessions(db),
  };
}

function disabling(db: Database.Database): StoreMethods['disableOfficial'] {
  const disable = db.prepare('update official set disabled_at = @at, available = 0 where id = @id and disabled_at is null');
  const endSessions = db.prepare('update official_session set ended_at = @at where official_id = @id and ended_at is null');
  const dropInvitations = db.prepare('delete from invitation where official_id = @id and used_at is null');
  return db.transaction((input: Parameters<StoreMethods['disableOfficial']>[0]) => {
    if (disable.run(input).changes === 0) return false;
    endSessions.run(input);
    dropInvitations.run({ id: input.id });
    return true;
  }).immediate;
}

function sessions(db: Database.Database): Pick<StoreMethods, 'addInvitation' | 'openSession' | 'sessionOf' | 'endSession'> {
  const add = db.prepare('insert into invitation (hash, official_id, expires_at) values (@hash, @officialId, @expiresAt)');
  const session = db.prepare<[Record<string, unknown>], OfficialRow & { expires_at: string }>(
    `select o.*, s.expires_at from official_session s join official o on o.id = s.official_id
     where s.hash = @hash and s.ended_at is null and s.expires_at > @at and o.disabled_at is null`,
  );
  const end = db.prepare('update official_session set ended_at = @at where hash = @hash and ended_at is null');
  return {
    addInvitation: (invitation) => void add.run(invitation),
    openSession: opening(db),
    sessionOf: (input) => {
      const row = session.get(input);
      return row && { official: fromRow(row), until: row.expires_at };
    },
    endSession: (input) => void end.run(input),
  };
}

function opening(db: Database.Database): StoreMethods['openSession'] {
  const use = db.prepare<[Record<string, unknown>], string>('update invitation set used_at = @at where hash = @invitation and used_at is null and expires_at > @at returning official_id').pluck();
  const known = db.prepare<[string], { used_at: string | null }>('select used_at from invitation where hash = ?');
  const open = db.prepare('insert into official_session (hash, official_id, expires_at) values (@hash, @officialId, @expiresAt)');
  return db.transaction(({ invitation, session, at }: Parameters<StoreMethods['openSession']>[0]) => {
    const officialId = use.get({ invitation, at });
    if (officialId === undefined) return refusalOf(known.get(invitation));
    open.run({ ...session, officialId });
    return { officialId };
  }).immediate;
}
