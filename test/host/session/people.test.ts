import { expect, test } from 'vitest';
import type { PersonInput } from '../../../shared/person/person-schema.ts';
import { clerk, codeOf, colleague, recordsInAFolder, valueOf } from './context-in-a-folder.ts';
import type { Methods } from './context-in-a-folder.ts';
import { closing, standingClock } from './session-desk.ts';

const mario = { surname: 'Rossi', givenName: 'Mario', codiceFiscale: 'RSSMRA80A01H501U', birthDate: '1980-01-01', sex: 'M' } as const;
const anna = { surname: 'Bianchi', givenName: 'Anna', codiceFiscale: 'BNCNNA75D45F205Q' } as const;

const main = (details: PersonInput['details'], more: Partial<PersonInput> = {}): PersonInput => ({ role: 'main', details, ...more });
const open = (methods: Methods) => valueOf(methods.openSession({ privacy: 'named' })).id;
const residents = (db: ReturnType<typeof recordsInAFolder>['db']) => db.prepare('select surname, codice_fiscale from resident order by surname').raw().all();

/** A closed session with one main person in it. */
function visit(methods: Methods, person: PersonInput) {
  const sessionId = open(methods);
  const session = valueOf(methods.addPerson({ sessionId, person }));
  valueOf(methods.closeSession({ sessionId, closing, followUp: null }));
  return session;
}

test('exactly one person is the one the session is about', () => {
  const methods = recordsInAFolder().as(clerk);
  const sessionId = open(methods);
  const [first] = valueOf(methods.addPerson({ sessionId, person: main(mario) })).people;
  expect(codeOf(methods.addPerson({ sessionId, person: main(anna) }))).toBe('main-person-present');
  const both = valueOf(methods.addPerson({ sessionId, person: { role: 'delegate', relation: 'figlia', details: anna } }));
  expect(both.people.map(({ role, relation }) => [role, relation])).toEqual([['main', undefined], ['delegate', 'figlia']]);
  const second = both.people[1]?.id ?? '';
  expect(codeOf(methods.updatePerson({ sessionId, personId: second, person: main(anna) }))).toBe('main-person-present');
  valueOf(methods.updatePerson({ sessionId, personId: first?.id ?? '', person: { role: 'parent', details: mario } }));
  expect(codeOf(methods.closeSession({ sessionId, closing, followUp: null }))).toBe('main-person-missing');
  const swapped = valueOf(methods.updatePerson({ sessionId, personId: second, person: main(anna) }));
  expect(swapped).toMatchObject({ who: 'Bianchi Anna', people: [{ id: second, role: 'main' }, { role: 'parent' }] });
});

test('a wrong codice fiscale is refused and nothing is written', () => {
  const { db, as } = recordsInAFolder();
  const methods = as(clerk);
  const sessionId = open(methods);
  expect(codeOf(methods.addPerson({ sessionId, person: main({ ...mario, codiceFiscale: 'RSSMRA80A01H501X' }) }))).toBe('codice-fiscale-invalid');
  expect(residents(db)).toEqual([]);
});

test('one codice fiscale is one resident, whoever types it and however the name is written', () => {
  const { db, as } = recordsInAFolder();
  const first = visit(as(clerk), main(mario));
  const again = visit(as(colleague), main({ surname: 'ROSSI', codiceFiscale: mario.codiceFiscale }));
  expect(again.people).toMatchObject([{ residentId: first.people[0]?.residentId, returning: true, details: { ...mario, surname: 'ROSSI' } }]);
  expect(residents(db)).toEqual([['ROSSI', mario.codiceFiscale]]);
});

test('a returning resident picked by name keeps what was known and takes what is new', () => {
  const { as } = recordsInAFolder();
  const methods = as(clerk);
  const [known] = visit(methods, main({ surname: 'Rossi', givenName: 'Mario', birthDate: '1980-01-01' })).people;
  const [again] = visit(methods, main({ codiceFiscale: mario.codiceFiscale }, { residentId: known?.residentId ?? '' })).people;
  expect(again).toMatchObject({ residentId: known?.residentId, returning: true, details: { surname: 'Rossi', codiceFiscale: mario.codiceFiscale, birthDate: '1980-01-01' } });
  expect(codeOf(methods.addPerson({ sessionId: open(methods), person: main({}, { residentId: '01900000-0000-7000-8000-00000000ffff' }) }))).toBe('no-such-person');
});

test('the same person is in a session once', () => {
  const methods = recordsInAFolder().as(clerk);
  const sessionId = open(methods);
  valueOf(methods.addPerson({ sessionId, person: main(mario) }));
  expect(codeOf(methods.addPerson({ sessionId, person: { role: 'delegate', details: mario } }))).toBe('person-already-present');
});

test('correcting a person corrects the resident, and search follows', () => {
  const methods = recordsInAFolder().as(clerk);
  const sessionId = open(methods);
  const [person] = valueOf(methods.addPerson({ sessionId, person: main({ surname: 'Rosi', givenName: 'Mario', birthDate: '1981-01-01' }) })).people;
  const changed = valueOf(methods.updatePerson({ sessionId, personId: person?.id ?? '', person: main({ surname: 'Verdi', givenName: 'Mario' }) }));
  expect(changed.people).toMatchObject([{ id: person?.id, residentId: person?.residentId }]);
  expect(changed.people[0]?.details).toEqual({ surname: 'Verdi', givenName: 'Mario' });
  expect(valueOf(methods.findResidents({ text: 'rosi' }))).toEqual([]);
  expect(valueOf(methods.findResidents({ text: 'verdi' }))).toMatchObject([{ distance: 0, sessions: 1 }]);
});

test('a wrong link is changed: earlier sessions keep their resident', () => {
  const { db, as } = recordsInAFolder();
  const methods = as(clerk);
  const earlier = visit(methods, main({ surname: 'Rossi', givenName: 'Mario' }));
  const residentId = earlier.people[0]?.residentId ?? '';
  const sessionId = open(methods);
  const [linked] = valueOf(methods.addPerson({ sessionId, person: main({}, { residentId }) })).people;
  const update = (person: PersonInput) => valueOf(methods.updatePerson({ sessionId, personId: linked?.id ?? '', person })).people[0];

  expect(update(main({ surname: 'Rosssi', givenName: 'Mario' }))).toMatchObject({ residentId, details: { surname: 'Rosssi' } });
  const other = update(main({ surname: 'Bianchi', givenName: 'Luca' }));
  expect(other).toMatchObject({ returning: false, details: { surname: 'Bianchi' } });
  expect(other?.residentId).not.toBe(residentId);
  expect(valueOf(methods.readSession({ sessionId: earlier.id })).who).toBe('Rosssi Mario');
  expect(update(main({}, { residentId }))).toMatchObject({ residentId, details: { surname: 'Rosssi' } });
  expect(residents(db)).toEqual([['Rosssi', null]]);
});

test('another codice fiscale is another person where the resident has other sessions, and a correction where not', () => {
  const { db, as } = recordsInAFolder();
  const methods = as(clerk);
  const other = { surname: 'Rossi', givenName: 'Maria', codiceFiscale: 'RSSMRA80A41H501Y' };
  visit(methods, main(mario));
  const sessionId = open(methods);
  const [linked] = valueOf(methods.addPerson({ sessionId, person: main(mario) })).people;
  const [split] = valueOf(methods.updatePerson({ sessionId, personId: linked?.id ?? '', person: main(other) })).people;
  expect(split?.residentId).not.toBe(linked?.residentId);
  const [corrected] = valueOf(methods.updatePerson({ sessionId, personId: linked?.id ?? '', person: main({ ...anna }) })).people;
  expect(corrected?.residentId).toBe(split?.residentId);
  expect(residents(db)).toEqual([['Bianchi', anna.codiceFiscale], ['Rossi', mario.codiceFiscale]]);
});

test('removing a person removes a resident nobody else speaks of, with the words of the name and the marks on papers', () => {
  const { db, as } = recordsInAFolder();
  const methods = as(clerk);
  const sessionId = open(methods);
  const [person] = valueOf(methods.addPerson({ sessionId, person: main(mario) })).people;
  const { record } = valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
  valueOf(methods.markDocument({ runId: record.id, document: 'identity-card', subject: person?.id ?? '', state: 'seen' }));
  const removed = valueOf(methods.removePerson({ sessionId, personId: person?.id ?? '' }));
  expect(removed).toMatchObject({ people: [], who: '', runs: [{ state: { documents: [] } }] });
  const rows = ['resident', 'resident_token', 'name_token', 'name_token_deletion'].map((table) => db.prepare(`select count(*) from ${table}`).pluck().get());
  expect(rows).toEqual([0, 0, 0, 0]);
});

test('the identity document keeps the moment it was seen until another is', () => {
  const time = standingClock();
  const methods = recordsInAFolder({ clock: time.clock }).as(clerk);
  const sessionId = open(methods);
  const identity = { document: 'passaporto-italiano', inDate: null } as const;
  const [person] = valueOf(methods.addPerson({ sessionId, person: main(mario, { identity }) })).people;
  time.goOn({ minutes: 10 });
  const update = (more: Partial<PersonInput>) => valueOf(methods.updatePerson({ sessionId, personId: person?.id ?? '', person: main(mario, more) })).people[0]?.identity;
  expect(update({ identity })).toEqual({ ...identity, seenAt: '2026-03-10T08:00:00.000Z' });
  expect(update({ identity: { document: 'patente', inDate: false } })).toEqual({ document: 'patente', inDate: false, seenAt: '2026-03-10T08:10:00.000Z' });
  expect(update({})).toBeUndefined();
});

test('an anonymous session has a person it is about and nothing that tells who', () => {
  const { db, as } = recordsInAFolder();
  const methods = as(clerk);
  const { id: sessionId, people } = valueOf(methods.openSession({ privacy: 'anonymous' }));
  expect(people).toMatchObject([{ role: 'main', details: {}, returning: false }]);
  expect(codeOf(methods.addPerson({ sessionId, person: { role: 'companion', details: { surname: 'Rossi' } } }))).toBe('session-anonymous');
  expect(codeOf(methods.removePerson({ sessionId, personId: people[0]?.id ?? '' }))).toBe('main-person-missing');
  expect(valueOf(methods.addPerson({ sessionId, person: { role: 'companion', relation: 'vicina', details: {} } })).people).toHaveLength(2);
  valueOf(methods.changePrivacy({ sessionId, privacy: 'named' }));
  expect(valueOf(methods.updatePerson({ sessionId, personId: people[0]?.id ?? '', person: main(mario) })).who).toBe('Rossi Mario');
  const hidden = valueOf(methods.changePrivacy({ sessionId, privacy: 'anonymous' }));
  expect(hidden.people.map(({ id, details }) => [id, details])).toEqual([[people[0]?.id, {}], [expect.any(String), {}]]);
  expect(residents(db)).toEqual([[null, null], [null, null]]);
});

test('nobody is born after today', () => {
  const { db, as } = recordsInAFolder(standingClock('2026-10-09T08:00:00Z'));
  const methods = as(clerk);
  const sessionId = open(methods);
  expect(codeOf(methods.addPerson({ sessionId, person: main({ ...mario, birthDate: '2026-10-10' }) }))).toBe('birth-date-in-future');
  expect(residents(db)).toEqual([]);
  const { people } = valueOf(methods.addPerson({ sessionId, person: main({ ...mario, birthDate: '2026-10-09' }) }));
  const person = main({ ...mario, birthDate: '2027-01-01' });
  expect(codeOf(methods.updatePerson({ sessionId, personId: people[0]?.id ?? '', person }))).toBe('birth-date-in-future');
});
