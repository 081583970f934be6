import type Database from 'better-sqlite3';
import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import type { GuestParty } from '../../../shared/hub/hub-shapes.ts';
import type { Actor, StoredGuest, StoreMethods } from '../hub-store.ts';
import { refusalOf } from './one-time.ts';

interface GuestRow {
  readonly call_id: string;
  readonly party: GuestParty;
  readonly role: GuestRole;
  readonly used_at: string | null;
  readonly expires_at: string;
}
type Names = 'inviteGuest' | 'letGuestIn' | 'guestOf' | 'guestsOf' | 'removeGuest';

const fromRow = (row: GuestRow): StoredGuest => ({ callId: row.call_id, party: row.party, role: row.role, entered: row.used_at !== null, expiresAt: row.expires_at });

const liveCall = "exists (select 1 from consultation where call_id = @callId and state = 'active' and (desk_id = @deskId or official_id = @officialId or @hub))";
const whose = (by: Actor) => ({ deskId: by.kind === 'desk' ? by.deskId : null, officialId: by.kind === 'official' ? by.officialId : null, hub: by.kind === 'hub' ? 1 : 0 });

export function guestRows(db: Database.Database): Pick<StoreMethods, Names> {
  const ofCookie = db.prepare<[string], GuestRow>("select g.* from guest g join consultation c on c.call_id = g.call_id and c.state = 'active' where g.cookie_hash = ?");
  const ofCall = db.prepare<[string], GuestRow>('select * from guest where call_id = ? order by party');
  const remove = db.prepare(`delete from guest where call_id = @callId and party = @party and ${liveCall}`);
  return {
    inviteGuest: inviting(db),
    letGuestIn: lettingIn(db),
    guestOf: (cookieHash) => {
      const row = ofCookie.get(cookieHash);
      return row && fromRow(row);
    },
    guestsOf: (callId) => ofCall.all(callId).map(fromRow),
    removeGuest: ({ callId, party, by }) => remove.run({ callId, party, ...whose(by) }).changes === 1,
  };
}

function inviting(db: Database.Database): StoreMethods['inviteGuest'] {
  const isLive = db.prepare<[Record<string, unknown>], number>(`select ${liveCall}`).pluck();
  // A link nobody used in time gives its place up.
  const take = db.prepare(
    `insert into guest (hash, call_id, party, role, expires_at) values (@hash, @callId, @party, @role, @expiresAt)
     on conflict (call_id, party) do update set hash = @hash, role = @role, expires_at = @expiresAt where used_at is null and guest.expires_at <= @at`,
  );
  return db.transaction(({ by, ...input }: Parameters<StoreMethods['inviteGuest']>[0]) => {
    if (isLive.get({ callId: input.callId, ...whose(by) }) !== 1) return 'no-such-call';
    for (const party of ['guest-1', 'guest-2'] as const) if (take.run({ ...input, party }).changes === 1) return party;
    return 'call-full';
  }).immediate;
}

function lettingIn(db: Database.Database): StoreMethods['letGuestIn'] {
  const use = db.prepare<[Record<string, unknown>], GuestRow>(
    `update guest set used_at = @at, cookie_hash = @cookieHash where hash = @hash and used_at is null and expires_at > @at
     and exists (select 1 from consultation c where c.call_id = guest.call_id and c.state = 'active') returning *`,
  );
  const known = db.prepare<[string], { used_at: string | null }>('select used_at from guest where hash = ?');
  return (input) => {
    const row = use.get(input);
    return row === undefined ? refusalOf(known.get(input.hash)) : fromRow(row);
  };
}
