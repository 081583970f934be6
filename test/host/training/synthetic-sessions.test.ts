import { expect, test } from 'vitest';
import { readProcedureLibrary } from '../../../electron/host/procedures/procedure-library.ts';
import { verifyChain } from '../../../electron/host/records/verify-journal.ts';
import { casaJannacciMix, fillWithSessions } from '../../../electron/host/training/synthetic-sessions.ts';
import type { SyntheticFill } from '../../../electron/host/training/synthetic-sessions.ts';
import { parseCodiceFiscale } from '../../../shared/person/codice-fiscale.ts';
import { nameFitsCode } from '../../../shared/person/name-codes.ts';
import { factProblem } from '../../../shared/procedure/fact-problem.ts';
import { clerk, colleague, openRecords, recordsInAFolder, supervisor, valueOf } from '../session/context-in-a-folder.ts';
import { changingLibrary, sampleProcedure } from '../session/session-desk.ts';

const library = readProcedureLibrary(new URL('../../../resources/procedures', import.meta.url).pathname, () => '2026-11-20');
const training: SyntheticFill = { sessions: 142, seed: 7, from: '2026-01-07', to: '2026-11-20', clerkIds: [clerk, colleague], library };

test('142 sessions come in the mix of Casa Jannacci', () => {
  const db = openRecords();
  fillWithSessions(db, training);
  const runs = db.prepare<[], [string, number]>('select procedure_id, count(*) from run group by procedure_id').raw().all();
  expect(Object.fromEntries(runs)).toEqual(casaJannacciMix);
  expect(Object.values(casaJannacciMix).reduce((sum, times) => sum + times)).toBe(142);
});

test('nobody in them exists, and everybody has a codice fiscale that holds and fits the name', () => {
  const db = openRecords();
  fillWithSessions(db, training);
  const residents = db.prepare<[], [string, string, string]>('select surname, given_name, codice_fiscale from resident where surname is not null').raw().all();
  expect(residents.length).toBeGreaterThan(60);
  expect(residents.filter(([surname, given, code]) => !parseCodiceFiscale(code).ok || !nameFitsCode(code, surname, given))).toEqual([]);
});

test('the same seed makes the same records, another seed others', () => {
  const dump = (fill: SyntheticFill) => {
    const db = openRecords();
    fillWithSessions(db, fill);
    return ['session', 'resident', 'session_person', 'run', 'run_step', 'issued_number', 'journal'].map((table) => db.prepare(`select * from ${table}`).raw().all());
  };
  const few = { ...training, sessions: 12 };
  expect(dump(few)).toEqual(dump(few));
  expect(dump(few)).not.toEqual(dump({ ...few, seed: 8 }));
});

test('a desk reads them as its own: sound, found, with something left to do', async () => {
  const { db, as } = recordsInAFolder({ library });
  fillWithSessions(db, training);
  expect(await verifyChain(db)).toMatchObject({ intact: true });
  const methods = as(supervisor);
  expect(valueOf(methods.readHome({})).unfinished.map(({ state }) => state)).toEqual(['suspended', 'suspended', 'suspended']);
  expect(valueOf(methods.listFollowUps({ until: '2027-12-31' })).length).toBeGreaterThan(0);
  const ids = db.prepare<[], string>('select id from session').pluck().all();
  const details = ids.map((sessionId) => valueOf(methods.readSession({ sessionId })));
  const wrongFacts = details.flatMap((detail) =>
    detail.runs.flatMap(({ procedure, state }) =>
      procedure.facts.filter((fact) => state.facts[fact.id] !== undefined && factProblem(fact, state.facts[fact.id] ?? null, detail.openedAt.slice(0, 10)) !== undefined),
    ),
  );
  expect(wrongFacts).toEqual([]);
  expect(details.every(({ privacy, people }) => privacy === 'confidential' || people.filter(({ role }) => role === 'main').length === 1)).toBe(true);
  expect(new Set(details.map(({ openedAt }) => new Date(openedAt).getUTCDay()))).toEqual(new Set([1, 2, 3, 4, 5]));
});

test('without the procedures of the mix there are sessions all the same', () => {
  const db = openRecords();
  fillWithSessions(db, { ...training, sessions: 5, library: changingLibrary(sampleProcedure()) });
  expect(db.prepare('select count(*) from session').pluck().get()).toBe(5);
});
