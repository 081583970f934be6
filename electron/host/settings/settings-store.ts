import type Database from 'better-sqlite3';
import { settingsSchema } from '../../../shared/settings/settings.ts';
import type { Comune, DeskKind, SettingName, Settings } from '../../../shared/settings/settings.ts';
import { storedKeyring } from '../access/keyring-store.ts';
import { printTrouble } from '../program/print-line.ts';

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

/** The settings in force, and the names of those that no longer pass their rule and are at their first value. */
export interface StoredSettings {
  readonly settings: Settings;
  readonly reset: readonly SettingName[];
}

/**
 * Reads the settings one by one: a rule that was made tighter, or a row that is not what was written, must not lock a desk
 * out. Comune and kind have no first value: the keyring's stand in for them, as the locked desk shows them.
 */
export function loadSettings(db: Database.Database): StoredSettings {
  const row = db.prepare<[], { json: string }>('select json from settings where id = 1').get();
  const { comune, kind } = storedKeyring(db);
  const stored = namedValues(row?.json);
  const read = settingsSchema.keyof().options.map((name) => ({ name, ...settingsSchema.shape[name].safeParse(stored.get(name)) }));
  const kept = read.filter(({ success }) => success).map(({ name, data }) => [name, data]);
  return {
    settings: { ...firstSettings(comune, kind), ...Object.fromEntries(kept) },
    reset: read.filter(({ success }) => !success).map(({ name }) => name),
  };
}

/** Says in the log which settings are at their first value, never what they were. */
export function logReset(reset: readonly SettingName[]): void {
  if (reset.length > 0) printTrouble(`settings: ${reset.join(' ')} no longer as their rule asks, set to their first value`);
}

function namedValues(json = 'null'): ReadonlyMap<string, unknown> {
  const value: unknown = JSON.parse(json);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

export function storeSettings(db: Database.Database, settings: Settings): void {
  db.prepare('insert into settings (id, json) values (1, ?) on conflict (id) do update set json = excluded.json').run(JSON.stringify(settings));
}
