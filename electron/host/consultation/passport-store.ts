import type Database from 'better-sqlite3';
import { z } from 'zod';
import { passportResultSchema } from '../../../shared/session/network-passport.ts';
import type { NetworkPassport } from '../../../shared/session/network-passport.ts';
import { statement } from '../db/statement.ts';

interface PassportRow {
  readonly weekday: number;
  readonly at: string;
  readonly results_json: string;
}

const all = statement<[], PassportRow>('select * from network_passport order by weekday');
const keep = statement<[PassportRow]>(
  `insert into network_passport (weekday, at, results_json) values (@weekday, @at, @results_json)
   on conflict (weekday) do update set at = excluded.at, results_json = excluded.results_json`,
);

const results = z.array(passportResultSchema);

/** Monday first. */
export const networkPassports = (db: Database.Database): readonly NetworkPassport[] =>
  all(db).all().map(({ weekday, at, results_json: json }) => ({ weekday, at, results: results.parse(JSON.parse(json)) }));
export const keepPassport = (db: Database.Database, { weekday, at, results: found }: NetworkPassport): unknown =>
  keep(db).run({ weekday, at, results_json: JSON.stringify(found) });
