import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { DeskHostOptions } from '../../../electron/host/desk-host.ts';
import type { Desk } from '../../../electron/host/desk-methods.ts';
import type { CatalogueEntry, ProcedureLibrary } from '../../../electron/host/host-context.ts';
import { readProcedureLibrary } from '../../../electron/host/procedures/procedure-library.ts';
import type { SessionDetail } from '../../../shared/session/session-view.ts';
import { deskSetUp, firstSetup, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';

/** A clock that stands until it is told to go on. */
export function standingClock(start = '2026-03-10T08:00:00Z') {
  let now = Temporal.Instant.from(start);
  return {
    clock: () => now,
    goOn: (by: { hours?: number; minutes?: number; seconds?: number }) => void (now = now.add(by)),
  };
}

/** The sample procedure, under another id or version, and with its province asked once a session. */
export function sampleProcedure(change: { id?: string; version?: string; title?: string } = {}): CatalogueEntry {
  const library = readProcedureLibrary(join(import.meta.dirname, '../../fixtures/procedures'), () => '2026-03-10');
  const entry = library.find('sample');
  if (entry === undefined) throw new Error('the sample procedure does not pass the sieves');
  const { id = 'sample', version = '2026.1', title = entry.texts.title } = change;
  const facts = entry.procedure.facts.map((fact) => (fact.id === 'province' ? { ...fact, sharedAs: 'province' } : fact));
  return {
    procedure: { ...entry.procedure, id, version, facts },
    texts: { ...entry.texts, title },
    contentHash: createHash('sha256').update(`${id} ${version}`).digest('hex'),
  };
}

/** A catalogue that can change under a running desk. */
export function changingLibrary(...entries: CatalogueEntry[]): ProcedureLibrary & { becomes(...entries: CatalogueEntry[]): void } {
  let now = entries;
  return {
    list: () => now,
    find: (id) => now.find(({ procedure }) => procedure.id === id),
    troubles: () => [],
    becomes: (...next) => void (now = next),
  };
}

const clerks = [
  { displayName: 'Bruno Ferri', passphrase: 'quattro mele e una pera' },
  { displayName: 'Carla Monti', passphrase: 'il treno delle sette e dieci' },
] as const;

/** A desk with a supervisor and two clerks on real, encrypted records; the supervisor is signed in. */
export async function sessionDesk(options: Partial<DeskHostOptions> = {}) {
  const folder = temporaryFolder();
  const time = standingClock();
  const host = { library: changingLibrary(sampleProcedure()), clock: time.clock, ...options };
  const { desk, clerkId: supervisor } = await deskSetUp(folder, host);
  const passphrases = new Map<string, string>([[supervisor, firstSetup.passphrase]]);
  for (const { displayName, passphrase } of clerks) {
    const { id } = await valueOf(desk.methods.addClerk({ displayName, role: 'clerk', passphrase }));
    passphrases.set(id, passphrase);
  }
  const [, bruno = '', carla = ''] = passphrases.keys();
  /** Changes who sits at the desk. */
  const seat = async (clerkId: string, at: Desk = desk) => {
    if (at.seat() !== undefined) await valueOf(at.methods.signOut({}));
    await valueOf(at.methods.signIn({ clerkId, passphrase: passphrases.get(clerkId) ?? '' }));
  };
  return { desk, folder, host, time, seat, supervisor, bruno, carla };
}

/** A named session with a main person in it. */
export async function namedSession(desk: Desk, surname = 'Rossi', givenName = 'Mario'): Promise<SessionDetail> {
  const { id } = await valueOf(desk.methods.openSession({ privacy: 'named' }));
  return valueOf(desk.methods.addPerson({ sessionId: id, person: { role: 'main', details: { surname, givenName } } }));
}

export const closing = { outcome: 'submitted', autonomy: 1, useful: 'yes', referral: 'none' } as const;
