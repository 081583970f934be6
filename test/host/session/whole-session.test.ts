import { expect, test } from 'vitest';
import { valueOf } from '../desk-in-a-folder.ts';
import { closing, sessionDesk } from './session-desk.ts';

test('a session from its opening to the sheet taken home, all of it in the records', async () => {
  const { desk, seat, bruno, time } = await sessionDesk();
  await seat(bruno);
  const { methods } = desk;
  const opened = await valueOf(methods.openSession({ privacy: 'named' }));
  expect(opened).toMatchObject({ number: '2026-00001', state: 'open', who: '', clerkName: 'Bruno Ferri', people: [], runs: [] });
  const sessionId = opened.id;

  const details = { surname: 'Rossi', givenName: 'Mario', codiceFiscale: 'RSSMRA80A01H501U', birthDate: '1980-01-01', sex: 'M' } as const;
  const identity = { document: 'carta-identita', inDate: true } as const;
  const known = await valueOf(methods.addPerson({ sessionId, person: { role: 'main', details, identity } }));
  expect(known).toMatchObject({ who: 'Rossi Mario', people: [{ role: 'main', details, returning: false, identity: { ...identity, seenAt: '2026-03-10T08:00:00.000Z' } }] });

  const { record } = await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
  const runId = record.id;
  expect(record).toMatchObject({ currentStep: 'who', procedure: 'sample', version: '2026.1' });
  const state = await valueOf(methods.answerStep({ runId, step: 'who', facts: { province: 'BS', married: false }, done: true, next: 'papers' }));
  expect(state).toMatchObject({ facts: { province: 'BS', married: false }, doneSteps: ['who'], people: [{ role: 'main' }] });
  const subject = known.people[0]?.id ?? '';
  expect(await valueOf(methods.markDocument({ runId, document: 'identity-card', subject, state: 'seen' }))).toMatchObject({
    documents: [{ document: 'identity-card', subject, state: 'seen' }],
  });
  await valueOf(methods.saveNote({ runId, note: 'porta il modulo giovedì' }));
  time.goOn({ minutes: 12 });
  await valueOf(methods.addNumber({ runId, kind: 'protocollo', value: 'INPS.7000.12/03/2026.0123456' }));
  await valueOf(methods.endRun({ runId, outcome: 'submitted' }));
  const closed = await valueOf(methods.closeSession({ sessionId, closing, followUp: { due: '2026-04-01', what: 'Verificare l’esito' } }));
  expect(closed).toMatchObject({ state: 'closed', outcome: 'submitted', closing, reopenDaysLeft: 30, followUps: [{ due: '2026-04-01', state: 'open', who: 'Rossi Mario' }] });
  const print = await valueOf(methods.startPrint({ sessionId }));
  await valueOf(methods.settlePrint({ printId: print.id, printed: true }));

  const read = await valueOf(methods.readSession({ sessionId }));
  expect(read).toMatchObject({
    number: '2026-00001',
    lastActivityAt: '2026-03-10T08:12:00.000Z',
    procedures: [record.title],
    step: undefined,
    prints: [{ id: print.id, state: 'printed' }],
    runs: [{ record: { note: 'porta il modulo giovedì', currentStep: 'papers', outcome: 'submitted', numbers: [{ value: 'INPS.7000.12/03/2026.0123456' }] } }],
  });
  expect(read.events.map(({ event, clerkName }) => `${event} ${clerkName}`)).toEqual(
    ['session-opened', 'person-added', 'run-started', 'document-marked', 'note-saved', 'number-added', 'run-ended', 'follow-up-added', 'session-closed', 'print-started', 'print-settled']
      .map((event) => `${event} Bruno Ferri`),
  );
});
