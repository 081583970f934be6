import { describe, expect, test } from 'vitest';
import { clerk, codeOf, colleague, recordsInAFolder, valueOf } from './context-in-a-folder.ts';
import { changingLibrary, closing, sampleProcedure, standingClock } from './session-desk.ts';

/** A named session and a run of the sample procedure in it. */
function runInSession(library = changingLibrary(sampleProcedure())) {
  const time = standingClock();
  const records = recordsInAFolder({ library, clock: time.clock });
  const methods = records.as(clerk);
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
  const { people } = valueOf(methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Rossi' } } }));
  const { record } = valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
  return { ...records, methods, time, sessionId, runId: record.id, personId: people[0]?.id ?? '' };
}

describe('answering', () => {
  test('keeps what was answered, step by step, back and forth', () => {
    const { methods, runId } = runInSession();
    valueOf(methods.answerStep({ runId, step: 'who', facts: { province: 'BS', married: true }, done: true, next: 'family' }));
    valueOf(methods.answerStep({ runId, step: 'family', facts: { children: 2 }, done: true, next: 'papers' }));
    const back = valueOf(methods.answerStep({ runId, step: 'who', facts: { province: 'AL', married: null }, done: false, next: 'who' }));
    expect(back).toMatchObject({ facts: { province: 'AL', married: null, children: 2 }, doneSteps: ['family'] });
    const screen = valueOf(methods.readRun({ runId }));
    expect(screen.state).toEqual(back);
    expect(screen.record.currentStep).toBe('who');
  });

  test('a save knows at once of whatever else was recorded since the last', () => {
    const { methods, as, runId, sessionId, personId } = runInSession();
    const save = () => methods.answerStep({ runId, step: 'who', facts: { province: 'BS' }, done: true, next: 'papers' });
    expect(valueOf(save())).toMatchObject({ documents: [], people: [{ id: personId }], passedBlocks: [] });
    valueOf(methods.markDocument({ runId, document: 'identity-card', subject: personId, state: 'seen' }));
    valueOf(methods.passBlock({ runId, block: 'too-late' }));
    valueOf(methods.addPerson({ sessionId, person: { role: 'partner', details: {} } }));
    expect(valueOf(save())).toMatchObject({ documents: [{ subject: personId }], people: [{ id: personId }, { role: 'partner' }], passedBlocks: ['too-late'] });
    valueOf(methods.endRun({ runId, outcome: 'info-only' }));
    expect(codeOf(save())).toBe('run-ended');
    valueOf(methods.resumeRun({ runId }));
    valueOf(save());
    valueOf(as(colleague).resumeSession({ sessionId }));
    expect(codeOf(save())).toBe('session-not-resumed');
  });

  test('an answer left out is taken back', () => {
    const { methods, runId } = runInSession();
    valueOf(methods.answerStep({ runId, step: 'who', facts: { province: 'BS', married: true }, done: true, next: 'family' }));
    expect(valueOf(methods.answerStep({ runId, step: 'who', facts: { married: true }, done: false, next: 'family' })).facts).toEqual({ married: true });
  });

  test.each([
    ['a province that is none', { province: 'brescia' }, 'province'],
    ['"non so" where it is no answer', { province: null }, 'province'],
    ['a word for a yes or no', { married: 'sì' }, 'married'],
    ['a fact of another step', { children: 2 }, 'children'],
    ['a fact of no step', { income: 2 }, 'income'],
  ])('refuses %s, naming the field', (_what, facts, field) => {
    const { methods, runId } = runInSession();
    const reply = methods.answerStep({ runId, step: 'who', facts, done: true, next: 'papers' });
    expect(reply).toEqual({ ok: false, code: 'answer-not-fitting', details: { field } });
    expect(valueOf(methods.readRun({ runId })).state.facts).toEqual({});
  });

  test('refuses steps, papers, people, blocks and portals the procedure does not have', () => {
    const { methods, runId, personId } = runInSession();
    expect(codeOf(methods.answerStep({ runId, step: 'nowhere', facts: {}, done: true, next: 'papers' }))).toBe('no-such-step');
    expect(codeOf(methods.answerStep({ runId, step: 'who', facts: {}, done: true, next: 'nowhere' }))).toBe('no-such-step');
    expect(codeOf(methods.showStep({ runId, step: 'nowhere' }))).toBe('no-such-step');
    expect(codeOf(methods.passBlock({ runId, block: 'nothing' }))).toBe('no-such-step');
    expect(codeOf(methods.intendSubmission({ runId, step: 'papers' }))).toBe('no-such-step');
    expect(codeOf(methods.markDocument({ runId, document: 'passport', subject: personId, state: 'seen' }))).toBe('no-such-document');
    expect(codeOf(methods.markDocument({ runId, document: 'identity-card', subject: 'somebody', state: 'seen' }))).toBe('no-such-person');
  });

  test('the step on screen is remembered without a line in the story', () => {
    const { methods, runId, sessionId } = runInSession();
    const before = valueOf(methods.readSession({ sessionId }));
    valueOf(methods.showStep({ runId, step: 'papers' }));
    const after = valueOf(methods.readSession({ sessionId }));
    expect(after.events).toEqual(before.events);
    expect([after.runs[0]?.record.currentStep, after.step]).toEqual(['papers', after.runs[0]?.texts.steps['papers']?.title]);
  });

  test('the journal hears of steps once a minute; each is in the records at once', () => {
    const { methods, runId, sessionId, time } = runInSession();
    const save = (province: string) => valueOf(methods.answerStep({ runId, step: 'who', facts: { province }, done: true, next: 'papers' }));
    const told = () => valueOf(methods.readSession({ sessionId })).events.filter(({ event }) => event === 'step-saved').length;
    save('BS');
    expect(told()).toBe(0);
    time.goOn({ minutes: 1 });
    save('AL');
    time.goOn({ seconds: 20 });
    save('MI');
    expect(told()).toBe(1);
    expect(valueOf(methods.readRun({ runId })).state.facts).toEqual({ province: 'MI' });
    expect(valueOf(methods.readSession({ sessionId })).lastActivityAt).toBe('2026-03-10T08:01:00.000Z');
  });
});

describe('marks, notes and numbers', () => {
  test('a mark is made, changed and taken back', () => {
    const { methods, runId, personId } = runInSession();
    const mark = (subject: string, state: 'seen' | 'missing' | null) => valueOf(methods.markDocument({ runId, document: 'identity-card', subject, state })).documents;
    expect(mark(personId, 'missing')).toEqual([{ document: 'identity-card', subject: personId, state: 'missing' }]);
    expect(mark(personId, 'seen')).toEqual([{ document: 'identity-card', subject: personId, state: 'seen' }]);
    expect(mark('role:partner', 'missing')).toHaveLength(2);
    expect(mark(personId, null)).toEqual([{ document: 'identity-card', subject: 'role:partner', state: 'missing' }]);
  });

  test('a block is gone past once', () => {
    const { methods, runId } = runInSession();
    valueOf(methods.passBlock({ runId, block: 'too-late' }));
    expect(valueOf(methods.passBlock({ runId, block: 'too-late' })).passedBlocks).toEqual(['too-late']);
  });

  test('a number is never refused for its shape, written once, and removed', () => {
    const { methods, runId, sessionId, as } = runInSession();
    valueOf(methods.closeSession({ sessionId, closing, followUp: null }));
    const later = as(colleague);
    valueOf(later.addNumber({ runId, kind: 'protocollo', value: 'inps.7000/12-03' }));
    valueOf(later.addNumber({ runId, kind: 'protocollo', value: 'INPS 7000 1203' }));
    const { numbers } = valueOf(later.addNumber({ runId, kind: 'other', value: '— ?!' })).record;
    expect(numbers.map(({ kind, value }) => [kind, value])).toEqual([['protocollo', 'inps.7000/12-03'], ['other', '— ?!']]);
    expect(valueOf(later.removeNumber({ runId, numberId: numbers[0]?.id ?? '' })).record.numbers).toHaveLength(1);
  });

  test('an ended run changes no more until it is resumed; numbers and the note still come', () => {
    const { methods, runId } = runInSession();
    expect(valueOf(methods.endRun({ runId, outcome: 'submitted' })).record).toMatchObject({ outcome: 'submitted', endedAt: '2026-03-10T08:00:00.000Z' });
    const replies = [
      methods.answerStep({ runId, step: 'who', facts: {}, done: true, next: 'papers' }),
      methods.intendSubmission({ runId, step: 'send' }),
      methods.endRun({ runId, outcome: 'cancelled' }),
    ];
    expect(replies.map(codeOf)).toEqual(Array(3).fill('run-ended'));
    expect(valueOf(methods.addNumber({ runId, kind: 'domus', value: '1' })).record.numbers).toHaveLength(1);
    valueOf(methods.saveNote({ runId, note: 'Torna martedì.' }));
    expect(valueOf(methods.resumeRun({ runId })).record).toMatchObject({ outcome: undefined, endedAt: undefined, note: 'Torna martedì.' });
  });

  test('what became of a submission can be said again', () => {
    const { methods, runId } = runInSession();
    const submissionId = valueOf(methods.intendSubmission({ runId, step: 'send' })).record.submissions[0]?.id ?? '';
    valueOf(methods.settleSubmission({ runId, submissionId, sent: false }));
    expect(valueOf(methods.settleSubmission({ runId, submissionId, sent: true })).record.submissions).toMatchObject([{ result: { sent: true } }]);
    expect(valueOf(methods.intendSubmission({ runId, step: 'send' })).record.submissions).toHaveLength(2);
  });
});

describe('facts asked once', () => {
  const second = sampleProcedure({ id: 'second', title: 'Seconda procedura' });

  test('are answers the next run begins with, said to be carried over until they are changed', () => {
    const { methods, sessionId, runId } = runInSession(changingLibrary(sampleProcedure(), second));
    valueOf(methods.answerStep({ runId, step: 'who', facts: { province: 'BS', married: true }, done: true, next: 'family' }));
    const begun = valueOf(methods.startRun({ sessionId, procedure: 'second' }));
    const { title } = valueOf(methods.readRun({ runId })).record;
    expect(begun).toMatchObject({ state: { facts: { province: 'BS' }, doneSteps: [] }, carriedOver: { province: title }, record: { title: 'Seconda procedura', currentStep: 'who' } });
    expect(begun.state.facts).not.toHaveProperty('married');
    valueOf(methods.answerStep({ runId: begun.record.id, step: 'who', facts: { province: 'AL' }, done: true, next: 'papers' }));
    expect(valueOf(methods.readRun({ runId: begun.record.id })).carriedOver).toEqual({});
    const third = valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    expect(third).toMatchObject({ state: { facts: { province: 'AL' } }, carriedOver: { province: 'Seconda procedura' } });
  });

  test('are not carried into another session', () => {
    const { methods, runId } = runInSession();
    valueOf(methods.answerStep({ runId, step: 'who', facts: { province: 'BS' }, done: true, next: 'papers' }));
    const { id } = valueOf(methods.openSession({ privacy: 'named' }));
    expect(valueOf(methods.startRun({ sessionId: id, procedure: 'sample' }))).toMatchObject({ state: { facts: {} }, carriedOver: {} });
  });
});

describe('the version a run began with', () => {
  test('stays when the catalogue changes, and when it loses the procedure', () => {
    const library = changingLibrary(sampleProcedure());
    const { methods, runId, sessionId } = runInSession(library);
    library.becomes(sampleProcedure({ version: '2026.2', title: 'Nuova versione' }));
    expect(valueOf(methods.answerStep({ runId, step: 'who', facts: { province: 'BS' }, done: true, next: 'papers' })).facts).toEqual({ province: 'BS' });
    expect(valueOf(methods.startRun({ sessionId, procedure: 'sample' })).record).toMatchObject({ version: '2026.2', title: 'Nuova versione' });
    library.becomes();
    expect(valueOf(methods.readRun({ runId }))).toMatchObject({ record: { version: '2026.1' }, procedure: { version: '2026.1' } });
    expect(valueOf(methods.readSession({ sessionId })).procedures[1]).toBe('Nuova versione');
    expect(codeOf(methods.startRun({ sessionId, procedure: 'sample' }))).toBe('no-such-procedure');
  });

  test('is the same row for every run that began with it', () => {
    const { db, methods, sessionId } = runInSession();
    valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    expect(db.prepare('select count(*) from procedure_version').pluck().get()).toBe(1);
  });
});
