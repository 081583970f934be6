import { expect, test } from 'vitest';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { fillWithSessions } from '../../../electron/host/training/synthetic-sessions.ts';
import { clerk, colleague, recordsInAFolder, supervisor, valueOf } from './context-in-a-folder.ts';
import type { Methods } from './context-in-a-folder.ts';
import { changingLibrary, closing, sampleProcedure, standingClock } from './session-desk.ts';

type Search = DeskInput<'searchSessions'>;
const found = (methods: Methods, search: Search) => valueOf(methods.searchSessions(search)).sessions.map(({ number }) => number);

/** Four sessions on four days by two clerks: one closed with a number, one anonymous, one suspended, one open. */
function fewSessions() {
  const time = standingClock('2026-03-10T22:30:00Z');
  const { as } = recordsInAFolder({ clock: time.clock, library: changingLibrary(sampleProcedure(), sampleProcedure({ id: 'second' })) });
  const begin = (methods: Methods, surname: string, codiceFiscale?: string) => {
    const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
    valueOf(methods.addPerson({ sessionId, person: { role: 'main', details: { surname, givenName: 'Mario', codiceFiscale } } }));
    return sessionId;
  };
  const first = begin(as(clerk), 'Rossi', 'RSSMRA80A01H501U');
  const { record } = valueOf(as(clerk).startRun({ sessionId: first, procedure: 'sample' }));
  valueOf(as(clerk).addNumber({ runId: record.id, kind: 'protocollo', value: 'INPS.7000.12/03/2026.0123456' }));
  valueOf(as(clerk).closeSession({ sessionId: first, closing: { ...closing, outcome: 'referred' }, followUp: null }));
  time.goOn({ hours: 24 });
  valueOf(as(colleague).openSession({ privacy: 'anonymous' }));
  time.goOn({ hours: 24 });
  const third = begin(as(colleague), 'Bianchi');
  valueOf(as(colleague).startRun({ sessionId: third, procedure: 'second' }));
  valueOf(as(colleague).suspendSession({ sessionId: third }));
  time.goOn({ hours: 24 });
  begin(as(clerk), 'Verdi');
  return as(supervisor);
}

test.each<[string, Search, string[]]>([
  ['everything, newest first', {}, ['4', '3', '2', '1']],
  ['a name with a typo', { text: 'biamchi' }, ['3']],
  ['two words, one shared', { text: 'mario' }, ['4', '3', '1']],
  ['a codice fiscale', { text: 'rssmra80a01h501u' }, ['1']],
  ['the end of a protocol number', { text: '0123456' }, ['1']],
  ['a protocol number written another way', { text: 'inps 7000 12032026' }, ['1']],
  ['a session number', { text: '2026-00002' }, ['2']],
  ['a session number, short', { text: '2026-3' }, ['3']],
  ['a procedure', { procedure: 'second' }, ['3']],
  ['a clerk', { clerkId: colleague }, ['3', '2']],
  ['a state', { state: 'suspended' }, ['3']],
  ['an outcome', { outcome: 'referred' }, ['1']],
  ['from an Italian day on', { from: '2026-03-12' }, ['4', '3']],
  ['up to an Italian day, that day included', { to: '2026-03-11' }, ['2', '1']],
  ['several at once', { text: 'mario', clerkId: clerk, from: '2026-03-12' }, ['4']],
  ['text that is nothing', { text: 'zzzz' }, []],
  ['signs', { text: `%' or "1"='1` }, []],
])('%s', (_what, search, numbers) => {
  expect(found(fewSessions(), search)).toEqual(numbers.map((number) => `2026-0000${number}`));
});

test('one filled desk: pages without gaps or doubles, and quick enough', () => {
  const { db, as } = recordsInAFolder({ library: changingLibrary(sampleProcedure({ id: 'isee' })) });
  const library = changingLibrary(sampleProcedure({ id: 'isee' }));
  fillWithSessions(db, { sessions: 5000, seed: 5, from: '2024-01-08', to: '2026-03-06', clerkIds: [clerk, colleague], library });
  const methods = as(supervisor);

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = valueOf(methods.searchSessions({ clerkId: clerk, ...(cursor !== undefined && { cursor }) }));
    seen.push(...page.sessions.map(({ number }) => number));
    cursor = page.more ? page.sessions.at(-1)?.id : undefined;
  } while (cursor !== undefined);
  const all = db.prepare('select number from session where clerk_id = ? order by opened_at desc, rowid desc').pluck().all(clerk);
  expect(seen).toEqual(all);

  const somebody = db.prepare<[], { surname: string }>("select surname from resident where surname like 'Pelleg%' limit 1").get();
  const runId = db.prepare<[], string>('select id from run limit 1 offset 600').pluck().get();
  valueOf(methods.addNumber({ runId: runId ?? '', kind: 'protocollo', value: 'INPS.7000.12/03/2026.7654321' }));
  const started = performance.now();
  const byName = valueOf(methods.searchSessions({ text: somebody?.surname.replace('ll', 'lx') }));
  const byNumber = valueOf(methods.searchSessions({ text: '7654321' }));
  expect(performance.now() - started).toBeLessThan(1000);
  expect(byName.sessions.length).toBeGreaterThan(0);
  expect(byNumber.sessions).toHaveLength(1);
});

test('a confidential session of a colleague leaves no hole in a page', () => {
  const { as } = recordsInAFolder();
  for (let count = 0; count < 60; count += 1) valueOf(as(colleague).openSession({ privacy: count % 2 === 0 ? 'confidential' : 'anonymous' }));
  const { sessions, more } = valueOf(as(clerk).searchSessions({}));
  expect({ more, privacies: sessions.map(({ privacy }) => privacy) }).toEqual({ more: false, privacies: Array(30).fill('anonymous') });
});
