import { expect, test } from 'vitest';
import { clerk, colleague, recordsInAFolder, supervisor, valueOf } from './context-in-a-folder.ts';
import type { Methods } from './context-in-a-folder.ts';
import { closing } from './session-desk.ts';

const followUp = { due: '2026-04-01', what: 'Vedere se è arrivata la risposta' };

/** A closed session of a mother and her child, with a reminder. */
function closedFamily(methods: Methods) {
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
  valueOf(methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Verdi', givenName: 'Chiara' }, identity: { document: 'carta-identita', inDate: true } } }));
  valueOf(methods.addPerson({ sessionId, person: { role: 'child', relation: 'figlio', details: { surname: 'Neri', givenName: 'Pio' } } }));
  return valueOf(methods.closeSession({ sessionId, closing, followUp }));
}

test('goes on with the same people, whose papers are looked at anew, and each tells of the other', () => {
  const { as } = recordsInAFolder();
  const methods = as(clerk);
  const first = closedFamily(methods);
  const next = valueOf(as(colleague).continueSession({ sessionId: first.id }));
  expect(next).toMatchObject({ state: 'open', who: 'Verdi Chiara', continues: { id: first.id, number: first.number, openFollowUps: [followUp] } });
  expect(next.people.map(({ role, relation, details, identity, residentId }) => ({ role, relation, details, identity, residentId }))).toEqual(
    first.people.map(({ role, relation, details, residentId }) => ({ role, relation, details, identity: undefined, residentId })),
  );
  expect(valueOf(methods.readSession({ sessionId: first.id })).continuedBy).toEqual([{ id: next.id, number: next.number, openedAt: next.openedAt }]);
  valueOf(methods.settleFollowUp({ followUpId: first.followUps[0]?.id ?? '', state: 'done' }));
  expect(valueOf(methods.readSession({ sessionId: next.id })).continues?.openFollowUps).toEqual([]);
});

test('only what is closed is gone on with in another session', () => {
  const { as } = recordsInAFolder();
  const methods = as(clerk);
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
  expect(methods.continueSession({ sessionId })).toMatchObject({ code: 'session-not-closed' });
});

test('an anonymous session goes on without a name, a confidential one stays confidential and is told to nobody else', () => {
  const { as } = recordsInAFolder();
  const methods = as(clerk);
  const closed = (privacy: 'anonymous' | 'confidential') => {
    const { id: sessionId } = valueOf(methods.openSession({ privacy }));
    return valueOf(methods.closeSession({ sessionId, closing, followUp: null }));
  };
  const anonymous = valueOf(methods.continueSession({ sessionId: closed('anonymous').id }));
  expect(anonymous).toMatchObject({ privacy: 'anonymous', people: [{ role: 'main', details: {} }] });
  const kept = closed('confidential');
  expect(as(colleague).continueSession({ sessionId: kept.id })).toMatchObject({ code: 'session-confidential' });
  const next = valueOf(methods.continueSession({ sessionId: kept.id }));
  expect(next.privacy).toBe('confidential');
  valueOf(methods.changePrivacy({ sessionId: next.id, privacy: 'named' }));
  expect(valueOf(as(colleague).readSession({ sessionId: next.id })).continues).toBeUndefined();
  expect(valueOf(as(supervisor).readSession({ sessionId: next.id })).continues?.id).toBe(kept.id);
});

test('a session made anonymous is tied to no session that tells who it is about', () => {
  const { as } = recordsInAFolder();
  const methods = as(clerk);
  const first = closedFamily(methods);
  const middle = valueOf(methods.continueSession({ sessionId: first.id }));
  valueOf(methods.closeSession({ sessionId: middle.id, closing, followUp: null }));
  const last = valueOf(methods.continueSession({ sessionId: middle.id }));
  valueOf(methods.reopenSession({ sessionId: middle.id }));
  expect(valueOf(methods.changePrivacy({ sessionId: middle.id, privacy: 'anonymous' }))).toMatchObject({ continues: undefined, continuedBy: [] });
  expect(valueOf(methods.readSession({ sessionId: first.id })).continuedBy).toEqual([]);
  expect(valueOf(methods.readSession({ sessionId: last.id })).continues).toBeUndefined();
});

test('whoever was wiped is not brought along, and a session that went on can be thrown away while empty', () => {
  const { as, db } = recordsInAFolder();
  const methods = as(clerk);
  const first = closedFamily(methods);
  db.prepare("update resident set surname = null, given_name = null, wiped_at = '2026-03-11T00:00:00.000Z'").run();
  const next = valueOf(methods.continueSession({ sessionId: first.id }));
  expect(next.people).toEqual([]);
  db.pragma('foreign_keys = on');
  expect(methods.discardSession({ sessionId: next.id })).toMatchObject({ ok: true });
  expect(valueOf(methods.readSession({ sessionId: first.id })).continuedBy).toEqual([]);
});
