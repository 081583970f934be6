import type Database from 'better-sqlite3';
import type { StoredDesk, StoreMethods } from '../hub-store.ts';
import { consultationReader } from './consultation-reader.ts';
import { refusalOf } from './one-time.ts';

type DeskRow = { id: string; public_key: string; name: string; phone: string | null; revoked_at: string | null };
type CodeRow = { used_at: string | null; desk_id: string | null };
type Names = 'addEnrolmentCode' | 'enrol' | 'desk' | 'desks' | 'setDeskPhone' | 'revokeDesk';

const fromRow = (row: DeskRow): StoredDesk => ({ id: row.id, publicKey: row.public_key, name: row.name, phone: row.phone, revoked: row.revoked_at !== null });

export function deskRows(db: Database.Database): Pick<StoreMethods, Names> {
  const addCode = db.prepare('insert into enrolment_code (hash, created_at, expires_at) values (@hash, @at, @expiresAt)');
  const one = db.prepare<[string], DeskRow>('select * from desk where id = ?');
  const all = db.prepare<[], DeskRow>('select * from desk order by name, id');
  const setPhone = db.prepare('update desk set phone = @phone where id = @id and phone is not @phone');
  return {
    addEnrolmentCode: (code) => void addCode.run(code),
    enrol: enrolling(db),
    desk: (id) => {
      const row = one.get(id);
      return row && fromRow(row);
    },
    desks: () => all.all().map(fromRow),
    setDeskPhone: (input) => void setPhone.run(input),
    revokeDesk: revoking(db),
  };
}

function enrolling(db: Database.Database): StoreMethods['enrol'] {
  const add = db.prepare('insert into desk (id, public_key, name, enrolled_at) values (@deskId, @publicKey, @name, @at) on conflict do nothing');
  const use = db.prepare('update enrolment_code set used_at = @at, desk_id = @deskId where hash = @hash and used_at is null and expires_at > @at');
  const withKey = db.prepare<[string], { id: string }>('select id from desk where public_key = ? and revoked_at is null');
  const code = db.prepare<[string], CodeRow>('select used_at, desk_id from enrolment_code where hash = ?');
  return db.transaction((input: Parameters<StoreMethods['enrol']>[0]) => {
    const known = code.get(input.hash);
    if (known === undefined) return 'wrong';
    const theirs = withKey.get(input.publicKey);
    if (theirs !== undefined && known.desk_id === theirs.id) return { deskId: theirs.id };
    if (known.used_at !== null) return 'used';
    // The key of a desk that is barred, or enrolled already, enrols nobody.
    if (add.run(input).changes === 0) return 'wrong';
    if (use.run(input).changes === 1) return { deskId: input.deskId };
    db.prepare('delete from desk where id = ?').run(input.deskId);
    return refusalOf(known);
  }).immediate;
}

function revoking(db: Database.Database): StoreMethods['revokeDesk'] {
  const bar = db.prepare('update desk set revoked_at = @at where id = @id and revoked_at is null');
  const end = db.prepare("update consultation set state = 'ended', state_since = @at, end_reason = 'desk-revoked', call_id = null, call_back_at = null where id = @id");
  const read = consultationReader(db, "c.desk_id = @id and c.state <> 'ended'");
  return db.transaction((input: Parameters<StoreMethods['revokeDesk']>[0]) => {
    if (bar.run(input).changes === 0) return undefined;
    const unfinished = read({ id: input.id });
    for (const { id } of unfinished) end.run({ id, at: input.at });
    return unfinished;
  }).immediate;
}
