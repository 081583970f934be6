import type Database from 'better-sqlite3';
import type { StoreMethods } from '../hub-store.ts';
import { consultationReader } from './consultation-reader.ts';

type Reads = 'consultation' | 'consultationsOfDesk' | 'queueOf' | 'consultationsOfOfficial' | 'unfinished';
type Writes = 'ask' | 'reportProgress' | 'reportMedium' | 'confirmWrapUp';

export function consultationRows(db: Database.Database): Pick<StoreMethods, Reads | Writes> {
  return { ...reads(db), ...reports(db), ask: asking(db) };
}

function reads(db: Database.Database): Pick<StoreMethods, Reads> {
  const one = consultationReader(db, 'c.id = @id');
  const ofDesk = consultationReader(db, "c.desk_id = @deskId and (c.state <> 'ended' or c.wrap_up_kept_at is null)");
  const queue = consultationReader(db, "c.office_id = @officeId and c.state in ('waiting', 'promised')");
  const ofOfficial = consultationReader(db, "c.official_id = @officialId and (c.state <> 'ended' or c.state_since >= @endedSince)", 'c.taken_at desc, c.id');
  const unfinished = consultationReader(db, "c.state <> 'ended'");
  return {
    consultation: (id) => one({ id })[0],
    consultationsOfDesk: (deskId) => ofDesk({ deskId }),
    queueOf: (officeId) => queue({ officeId }),
    consultationsOfOfficial: (input) => ofOfficial(input),
    unfinished: () => unfinished({}),
  };
}

function reports(db: Database.Database): Pick<StoreMethods, 'reportProgress' | 'reportMedium' | 'confirmWrapUp'> {
  const progress = db.prepare("update consultation set checklist = @checklist where id = @id and desk_id = @deskId and state <> 'ended'");
  const medium = db.prepare("update consultation set medium = @medium where call_id = @callId and desk_id = @deskId and state = 'active'");
  const confirm = db.prepare(
    `update consultation set wrap_up = null, wrap_up_kept_at = coalesce(wrap_up_kept_at, @at)
     where id = @id and desk_id = @deskId and (wrap_up is not null or wrap_up_kept_at is not null)`,
  );
  return {
    reportProgress: ({ checklist, ...rest }) => progress.run({ ...rest, checklist: JSON.stringify(checklist) }).changes === 1,
    reportMedium: (input) => medium.run(input).changes === 1,
    confirmWrapUp: (input) => confirm.run(input).changes === 1,
  };
}

function asking(db: Database.Database): StoreMethods['ask'] {
  const insert = db.prepare(
    `insert into consultation (id, desk_id, office_id, question, checklist, desk_sealing_key, asked_at, state, state_since)
     select @id, @deskId, @officeId, @question, @checklist, @sealingKey, @at, 'waiting', @at
     where (select count(*) from consultation where desk_id = @deskId and state <> 'ended') < @most
     on conflict (id) do nothing`,
  );
  const deskOf = db.prepare<[string], string>('select desk_id from consultation where id = ?').pluck();
  return db.transaction((input: Parameters<StoreMethods['ask']>[0]) => {
    const question = JSON.stringify(input.question);
    const checklist = input.checklist === null ? null : JSON.stringify(input.checklist);
    if (insert.run({ ...input, question, checklist }).changes === 1) return 'asked';
    const deskId = deskOf.get(input.id);
    if (deskId === undefined) return 'full';
    return deskId === input.deskId ? 'known' : 'foreign';
  }).immediate;
}
