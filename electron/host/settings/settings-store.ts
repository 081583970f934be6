import type Database from 'better-sqlite3';
import { settingsSchema } from '../../../shared/settings/settings.ts';
import type { Comune, DeskKind, Settings } from '../../../shared/settings/settings.ts';

/** What a new desk starts with, until a supervisor changes it. */
export const firstSettings = (comune: Comune, kind: DeskKind): Settings => ({
  comune,
  kind,
  lockAfterMinutes: 10,
  retentionDays: 730,
  exportBeforeWipe: false,
  deskContact: '',
  hubAddress: null,
});

export function loadSettings(db: Database.Database): Settings {
  const row = db.prepare<[], { json: string }>('select json from settings where id = 1').get();
  return settingsSchema.parse(JSON.parse(row?.json ?? 'null'));
}

export function storeSettings(db: Database.Database, settings: Settings): void {
  db.prepare('insert into settings (id, json) values (1, ?) on conflict (id) do update set json = excluded.json').run(JSON.stringify(settings));
}
