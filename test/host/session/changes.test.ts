import { expect, test } from 'vitest';
import type { HostContext } from '../../../electron/host/host-context.ts';
import { createSessionMethods } from '../../../electron/host/session-methods.ts';
import type { DeskEvent } from '../../../shared/desk/transport.ts';
import { clerk, codeOf, recordsInAFolder, valueOf } from './context-in-a-folder.ts';
import type { Methods } from './context-in-a-folder.ts';
import { closing } from './session-desk.ts';

/** The session half with something about its surroundings changed. */
function methodsWith(change: (context: HostContext) => Partial<HostContext>) {
  const records = recordsInAFolder();
  const context = records.context(clerk);
  return { ...records, methods: createSessionMethods({ ...context, ...change(context) }) as Methods };
}

test('screens hear of a change after it is in the records, and of nothing else', () => {
  const heard: DeskEvent[] = [];
  const { methods, db } = methodsWith(() => ({
    emit: (event) => {
      expect(db.inTransaction).toBe(false);
      heard.push(event);
    },
  }));
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
  expect(heard).toEqual([{ name: 'recordsChanged', data: { sessionId } }]);
  codeOf(methods.closeSession({ sessionId, closing, followUp: null }));
  valueOf(methods.readSession({ sessionId }));
  valueOf(methods.changePrivacy({ sessionId, privacy: 'named' }));
  expect(heard).toHaveLength(1);
  const { record } = valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
  valueOf(methods.showStep({ runId: record.id, step: 'papers' }));
  valueOf(methods.answerStep({ runId: record.id, step: 'who', facts: { province: 'BS' }, done: true, next: 'papers' }));
  expect(heard).toHaveLength(3);
});

test('a change the journal cannot tell of is not made', () => {
  let full = false;
  const { methods, db } = methodsWith(({ journal }) => ({
    journal: {
      append: (...line) => {
        if (full) throw new Error('no room for the journal');
        journal.append(...line);
      },
    },
  }));
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
  full = true;
  expect(() => methods.suspendSession({ sessionId })).toThrow('no room for the journal');
  expect(() => methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Rossi' } } })).toThrow('no room for the journal');
  expect(() => methods.openSession({ privacy: 'anonymous' })).toThrow('no room for the journal');
  full = false;
  expect(valueOf(methods.readSession({ sessionId }))).toMatchObject({ state: 'open', people: [] });
  const counts = ['session', 'resident', 'name_token'].map((table) => db.prepare(`select count(*) from ${table}`).pluck().get());
  expect(counts).toEqual([1, 0, 0]);
});
