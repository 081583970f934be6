import type Database from 'better-sqlite3';
import { statement } from '../db/statement.ts';

/** Who this desk is at a hub. The private key opens connections in the desk's name: it never leaves the records. */
export interface HubIdentity {
  /** Origin of the hub. */
  readonly address: string;
  readonly deskId: string;
  /** See DeskKey. */
  readonly privateKey: string;
}

const byAddress = statement<[string], HubIdentity>('select address, desk_id as deskId, private_key as privateKey from hub_identity where address = ?');
const keep = statement<[HubIdentity & { at: string }]>(
  `insert into hub_identity (address, desk_id, private_key, enrolled_at) values (@address, @deskId, @privateKey, @at)
   on conflict (address) do update set desk_id = excluded.desk_id, private_key = excluded.private_key, enrolled_at = excluded.enrolled_at`,
);
const remove = statement<[string]>('delete from hub_identity where address = ?');

export const hubIdentityAt = (db: Database.Database, address: string): HubIdentity | undefined => byAddress(db).get(address);
export const keepHubIdentity = (db: Database.Database, identity: HubIdentity, at: string): unknown => keep(db).run({ ...identity, at });
export const removeHubIdentity = (db: Database.Database, address: string): unknown => remove(db).run(address);
