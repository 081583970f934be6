import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { noteDeskDay } from '../../../electron/host/records/desk-days.ts';
import { deskSetUp, firstSetup, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { insertSession, lookInto, mario } from '../records-on-disk.ts';

const longAgo = '2026-01-10T09:00:00Z';

/** A desk that keeps personal data for 30 days, a day after it was set up; people have worked there for years. */
async function desk30Days(settings: { exportBeforeWipe?: boolean; retentionDays?: number } = {}) {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  const before = await valueOf(desk.methods.readSettings({}));
  await valueOf(desk.methods.saveSettings({ ...before, retentionDays: 30, ...settings }));
  const db = await lookInto(folder);
  for (let week = 1; week <= 52; week += 1) noteDeskDay(db, Temporal.PlainDate.from('2026-10-09').subtract({ weeks: week }).toString());
  const all = (sql: string) => db.prepare(sql).all();
  time.pass({ hours: 25 });
  return { folder, time, db, all, methods: desk.methods, signIn: () => valueOf(desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase })) };
}

const wipes = "select data_json from journal where event = 'retention-wiped'";

test('personal data nobody touched for so long goes, figures stay, the journal counts', async () => {
  const { db, all, signIn } = await desk30Days();
  const { sessionId, residentId } = insertSession(db, { openedAt: longAgo });
  db.exec("update follow_up set state = 'done', settled_at = '2026-01-20T09:00:00Z'");
  await signIn();
  expect(all('select id, surname, given_name, codice_fiscale, birth_date, sex, wiped_at from resident')).toEqual([
    { id: residentId, surname: null, given_name: null, codice_fiscale: null, birth_date: null, sex: null, wiped_at: '2026-10-10T08:00:00.000Z' },
  ]);
  expect(all('select token from name_token union all select spelling from name_token_deletion')).toEqual([]);
  expect(all('select id, state, wiped_at from session')).toEqual([{ id: sessionId, state: 'closed', wiped_at: '2026-10-10T08:00:00.000Z' }]);
  expect(all('select role, relation from session_person')).toEqual([{ role: 'main', relation: null }]);
  expect(all('select procedure_id, note from run')).toEqual([{ procedure_id: 'naspi', note: '' }]);
  expect(all('select kind, value, normalised from issued_number')).toEqual([{ kind: 'protocollo', value: '-', normalised: '' }]);
  expect(all('select state, what from follow_up')).toEqual([{ state: 'done', what: '' }]);
  expect(all(wipes)).toEqual([{ data_json: '{"sessions":1,"residents":1}' }]);
  await signIn();
  expect(all(wipes)).toHaveLength(1);
});

test('the last activity counts, not the closing', async () => {
  const { db, all, signIn } = await desk30Days();
  insertSession(db, { openedAt: longAgo, lastActivityAt: '2026-10-01T09:00:00Z' });
  await signIn();
  expect(all('select surname from resident')).toEqual([{ surname: mario.surname }]);
  expect(all(wipes)).toEqual([]);
});

test('a follow-up still to come keeps its session and its resident', async () => {
  const { db, all, signIn } = await desk30Days();
  insertSession(db, { openedAt: longAgo });
  await signIn();
  expect(all('select what from follow_up')).toEqual([{ what: 'richiamare Rossi' }]);
  expect(all('select surname from resident')).toEqual([{ surname: mario.surname }]);
});

test('nothing is wiped that has to be exported first', async () => {
  const { db, all, signIn } = await desk30Days({ exportBeforeWipe: true });
  insertSession(db, { openedAt: longAgo });
  db.exec("update follow_up set state = 'cancelled', settled_at = '2026-01-20T09:00:00Z'");
  await signIn();
  expect(all('select surname from resident')).toEqual([{ surname: mario.surname }]);
});

test.each([2, 14])('a clock ten years ahead for %i working days wipes nothing of the last weeks, however often somebody signs in', async (days) => {
  const { db, all, time, signIn } = await desk30Days({ retentionDays: 60 });
  insertSession(db, { openedAt: '2026-10-08T09:00:00Z' });
  db.exec("update follow_up set state = 'cancelled', settled_at = '2026-10-08T09:00:00Z'");
  await signIn();
  time.set({ hours: 24 * 3650 });
  for (let day = 0; day < days; day += 1) {
    await signIn();
    await signIn();
    time.pass({ hours: 24 });
  }
  time.set({ hours: -24 * 3650 });
  await signIn();
  expect(all('select surname from resident')).toEqual([{ surname: mario.surname }]);
});

test('a clock ten years behind wipes nothing', async () => {
  const { db, all, time, signIn } = await desk30Days();
  insertSession(db, { openedAt: '2026-10-08T09:00:00Z' });
  time.set({ hours: -24 * 3650 });
  await signIn();
  expect(all('select surname from resident')).toEqual([{ surname: mario.surname }]);
});

test('what is added to a wiped session is wiped in its turn', async () => {
  const { time, db, all, signIn, methods } = await desk30Days();
  const { sessionId } = insertSession(db, { openedAt: longAgo });
  db.exec("update follow_up set state = 'cancelled', settled_at = '2026-01-20T09:00:00Z'");
  await signIn();
  await valueOf(methods.addFollowUp({ sessionId, due: '2026-10-11', what: 'richiamare Rossi' }));
  for (const days of [15, 15, 2]) {
    time.pass({ hours: 24 * days });
    await signIn();
  }
  expect(all('select distinct what from follow_up')).toEqual([{ what: '' }]);
});

test('a session put aside and wiped can be gone on with: its people get their names anew', async () => {
  const { time, all, signIn, methods } = await desk30Days();
  await signIn();
  const { id: sessionId } = await valueOf(methods.openSession({ privacy: 'named' }));
  const [person] = (await valueOf(methods.addPerson({ sessionId, person: { role: 'main', details: mario } }))).people;
  await valueOf(methods.suspendSession({ sessionId }));
  for (const days of [15, 15, 2]) {
    time.pass({ hours: 24 * days });
    await signIn();
  }
  expect(all('select surname from resident')).toEqual([{ surname: null }]);
  await valueOf(methods.resumeSession({ sessionId }));
  const changed = await valueOf(methods.updatePerson({ sessionId, personId: person?.id ?? '', person: { role: 'main', details: mario } }));
  expect(changed).toMatchObject({ who: 'Rossi Mario', people: [{ details: mario }] });
  expect(all('select wiped_at from session union all select wiped_at from resident')).toEqual([{ wiped_at: null }, { wiped_at: null }]);
});

/** Damaged records as a restore leaves them. */
function putAside(folder: string, name: string): void {
  mkdirSync(join(folder, 'damaged', name), { recursive: true });
  for (const file of ['records.db', 'records.db-wal']) writeFileSync(join(folder, 'damaged', name, file), 'damaged');
}

test('damaged records put aside go after the same time, and the journal says so', async () => {
  const { folder, all, signIn } = await desk30Days();
  for (const name of ['20260101T090000000Z', '20260908T090000000Z', '20261001T090000000Z', 'of-the-technician']) putAside(folder, name);
  await signIn();
  await signIn();
  expect(readdirSync(join(folder, 'damaged'))).toEqual(['20261001T090000000Z', 'of-the-technician']);
  expect(all("select data_json from journal where event = 'damaged-wiped'")).toEqual([{ data_json: '{"files":2}' }]);
});

test('they wait for the export too', async () => {
  const { folder, signIn } = await desk30Days({ exportBeforeWipe: true });
  putAside(folder, '20260101T090000000Z');
  await signIn();
  expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1);
});
