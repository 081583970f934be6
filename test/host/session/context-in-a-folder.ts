import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { makePrivateFile } from '../../../electron/host/db/database-files.ts';
import { migrate } from '../../../electron/host/db/migrate.ts';
import { openDatabase } from '../../../electron/host/db/open-database.ts';
import { HubDesk } from '../../../electron/host/consultation/hub-desk.ts';
import type { HostContext, ProcedureLibrary, SessionHalf } from '../../../electron/host/host-context.ts';
import { createJournal } from '../../../electron/host/journal.ts';
import { createSessionMethods } from '../../../electron/host/session-methods.ts';
import type { Clock } from '../../../shared/desk/clock.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { FakeTime } from '../fake-time.ts';
import { firstSetup, temporaryFolder } from '../desk-in-a-folder.ts';
import { changingLibrary, sampleProcedure, standingClock } from './session-desk.ts';

export const supervisor = '01900000-0000-7000-8000-000000000001';
export const clerk = '01900000-0000-7000-8000-000000000002';
export const colleague = '01900000-0000-7000-8000-000000000003';

/** The session half as it really is: every one of its methods answers at once. */
export type Methods = { readonly [Method in keyof SessionHalf]: (input: Parameters<SessionHalf[Method]>[0]) => Exclude<ReturnType<SessionHalf[Method]>, Promise<unknown>> };

export interface RecordsInAFolder {
  readonly db: Database.Database;
  readonly as: (clerkId: string) => Methods;
  readonly context: (clerkId: string) => HostContext;
}

/** Real, encrypted records with three accounts and no desk around them; `as` gives the methods of whoever sits there. */
export function recordsInAFolder(options: { clock?: Clock; library?: ProcedureLibrary; settings?: Partial<Settings> } = {}): RecordsInAFolder {
  const db = openRecords();
  const { clock = standingClock().clock, library = changingLibrary(sampleProcedure()) } = options;
  const settings: Settings = { comune: firstSetup.comune, kind: 'both', lockAfterMinutes: 10, retentionDays: 365, exportBeforeWipe: false, deskContact: '', hubAddress: null, ...options.settings };
  const context = (clerkId: string): HostContext => ({
    db,
    clock,
    mode: 'real',
    seat: { clerkId, displayName: clerkId, role: clerkId === supervisor ? 'supervisor' : 'clerk' },
    processId: 'this one',
    journal: createJournal(db, clock, clerkId),
    emit: () => undefined,
    library,
    settings: () => settings,
    hub: noHub(db, clock, settings),
  });
  return { db, as: (clerkId: string) => methodsOf(context(clerkId)), context };
}

/** The desk's dealings with a hub that is not there. */
const noHub = (db: Database.Database, clock: Clock, settings: Settings): HubDesk =>
  new HubDesk({
    db,
    clock,
    mode: 'real',
    timers: new FakeTime().timers,
    uptime: () => 0,
    settings: () => settings,
    saveHubAddress: () => undefined,
    trialHub: () => Promise.resolve(undefined),
    keepAwake: () => undefined,
    emit: () => undefined,
    journal: createJournal(db, clock, null),
  });

const methodsOf = (context: HostContext): Methods => createSessionMethods(context) as Methods;

export function openRecords(): Database.Database {
  const path = join(temporaryFolder(), 'records.db');
  makePrivateFile(path);
  const db = openDatabase(path, Buffer.alloc(32, 7));
  onTestFinished(() => void db.close());
  migrate(db, () => undefined);
  const add = db.prepare("insert into clerk (id, display_name, role, enabled, added_at) values (?, ?, ?, 1, '2026-01-01T00:00:00.000Z')");
  add.run(supervisor, 'Elena Conti', 'supervisor');
  add.run(clerk, 'Bruno Ferri', 'clerk');
  add.run(colleague, 'Carla Monti', 'clerk');
  return db;
}

/** The value of an answer that must be a yes. */
export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`);
  return answer.value;
}
/** The code of an answer that must be a no. */
export function codeOf(answer: Answer<unknown>): string {
  if (answer.ok) throw new Error('not refused');
  return answer.code;
}
