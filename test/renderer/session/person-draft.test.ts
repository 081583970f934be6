import { describe, expect, it } from 'vitest';
import { personInputSchema } from '../../../shared/person/person-schema.ts';
import { leaveResident, readCode, takeResident } from '../../../renderer/session/known-resident.ts';
import { draftOf, draftProblems, emptyDraft, namesDisagree, personInput, takeCode, typeCode } from '../../../renderer/session/person-draft.ts';

const today = '2026-11-22';
const mario = takeCode(emptyDraft('main'), 'rssmra80a01h501u', today);

describe('a person being typed', () => {
  it('proposes birth date and sex from the code', () => {
    expect(mario).toMatchObject({ codiceFiscale: 'RSSMRA80A01H501U', birthDate: '1980-01-01', sex: 'M' });
  });

  it('lets a newer code replace an earlier proposal but not what the clerk wrote', () => {
    expect(takeCode(mario, 'RSSMRA80A41H501Y', today).sex).toBe('F');
    const corrected = { ...mario, birthDate: '1880-01-01', birthDateTyped: '01/01/1880' };
    expect(takeCode(corrected, 'RSSMRA80A41H501Y', today)).toMatchObject({ birthDate: '1880-01-01', sex: 'F' });
  });

  it('takes back what an earlier code proposed when another is typed that proposes nothing, never what the clerk wrote', () => {
    for (const other of ['12345678903', 'RSSMRA80A01H501X', 'RSS']) {
      expect(takeCode(mario, other, today)).toMatchObject({ birthDate: undefined, birthDateTyped: '', sex: '' });
      const written = { ...mario, birthDate: '1979-05-02', birthDateTyped: '02/05/1979' };
      expect(takeCode(written, other, today)).toMatchObject({ birthDate: '1979-05-02', birthDateTyped: '02/05/1979' });
    }
  });

  it('takes code and names from the stripe of a health card', () => {
    const swiped = takeCode(emptyDraft('main'), '%1RSSMRA80A01H501UROSSI  MARIO ?', today);
    expect(swiped.codiceFiscale).toBe('RSSMRA80A01H501U');
  });

  it('lets another card replace the names of the first, never those the clerk wrote', () => {
    const swiped = takeCode(emptyDraft('main'), '%1RSSMRA80A01H501U^ROSSI^MARIO?', today);
    expect(swiped).toMatchObject({ surname: 'ROSSI', givenName: 'MARIO' });
    const anna = '%1BNCNNA75C55F205P^BIANCHI^ANNA?';
    expect(takeCode(swiped, anna, today)).toMatchObject({ surname: 'BIANCHI', givenName: 'ANNA', sex: 'F' });
    expect(takeCode({ ...swiped, surname: 'Rossi Neri' }, anna, today)).toMatchObject({ surname: 'Rossi Neri', givenName: 'ANNA' });
  });

  it('takes back the names of a card when the code of somebody else is read, and keeps them when the same code is', () => {
    const swiped = takeCode(emptyDraft('main'), '%1RSSMRA80A01H501U^ROSSI^MARIO?', today);
    expect(takeCode(swiped, 'BNCNNA75C55F205P', today)).toMatchObject({ surname: '', givenName: '' });
    expect(takeCode(swiped, 'RSSMRA80A01H501U', today)).toMatchObject({ surname: 'ROSSI', givenName: 'MARIO' });
  });

  it('takes back what a code proposed once its box is emptied, and not while a letter of it is put right', () => {
    expect(typeCode(mario, '', today)).toMatchObject({ codiceFiscale: '', birthDate: undefined, birthDateTyped: '', sex: '' });
    expect(typeCode({ ...mario, surname: 'Rossi' }, ' ', today)).toMatchObject({ surname: 'Rossi', sex: '' });
    expect(typeCode(mario, 'RSSMRA80A01H501', today)).toMatchObject({ codiceFiscale: 'RSSMRA80A01H501', birthDate: '1980-01-01', sex: 'M' });
  });

  it('keeps a wrong code as typed and names the problem', () => {
    const wrong = takeCode(emptyDraft('main'), 'RSSMRA80A01H501X', today);
    expect(wrong).toMatchObject({ codiceFiscale: 'RSSMRA80A01H501X', sex: '' });
    expect(draftProblems(wrong, today)).toEqual({ codiceFiscale: 'check' });
  });

  it('asks nothing of a companion, and the relation of a delegate', () => {
    expect(draftProblems(emptyDraft('companion'), today)).toEqual({});
    expect(draftProblems(emptyDraft('delegate'), today)).toEqual({ relation: 'relation-missing' });
  });

  it('takes what cannot be seen for nothing', () => {
    const unseen = { ...emptyDraft('delegate'), surname: '\u200b', givenName: ' Anna\u202e  Maria', relation: '\u2060' };
    expect(draftProblems(unseen, today)).toEqual({ relation: 'relation-missing' });
    expect(personInput(unseen).details).toMatchObject({ surname: undefined, givenName: 'Anna Maria' });
  });

  it.each([
    [{ birthDate: undefined, birthDateTyped: '31/2/1980' }, 'not-a-date'],
    [{ birthDate: '2026-11-23', birthDateTyped: '23/11/2026' }, 'in-the-future'],
  ] as const)('refuses the birth date %o', (dates, problem) => {
    expect(draftProblems({ ...emptyDraft('main'), ...dates }, today)).toEqual({ birthDate: problem });
  });

  it('says when name and code disagree, only once both are whole', () => {
    expect(namesDisagree({ ...mario, surname: 'Rossi', givenName: 'Mario' })).toBe(false);
    expect(namesDisagree({ ...mario, surname: 'Bianchi', givenName: 'Luca' })).toBe(true);
    expect(namesDisagree({ ...mario, surname: 'Bianchi' })).toBe(false);
  });

  it('sends what the desk takes, without empty fields', () => {
    const input = personInput({ ...mario, surname: ' Rossi ', relation: 'figlio', document: 'carta-identita', inDate: 'no' });
    expect(personInputSchema.safeParse(input).success).toBe(true);
    expect(input).toMatchObject({ role: 'main', relation: undefined, details: { surname: 'Rossi', givenName: undefined }, identity: { inDate: false } });
  });

  it('opens a recorded person again unchanged', () => {
    const details = { surname: 'Rossi', codiceFiscale: 'RSSMRA80A01H501U', birthDate: '1980-01-01', sex: 'M' as const };
    const identity = { document: 'patente' as const, inDate: null, seenAt: '2026-11-22T09:00:00Z' };
    const person = { id: 'p', role: 'delegate' as const, relation: 'zio', residentId: '01980000-0000-7000-8000-000000000001', details, identity, returning: true };
    expect(personInput(draftOf(person, today))).toEqual({
      role: 'delegate',
      relation: 'zio',
      details: { ...details, givenName: undefined },
      identity: { document: 'patente', inDate: null },
      residentId: person.residentId,
    });
  });

  it('lets another code replace what the code of a person already written down had proposed, never what was corrected', () => {
    const details = { surname: 'Rossi', codiceFiscale: 'RSSMRA80A01H501U', birthDate: '1980-01-01', sex: 'M' as const };
    const person = { id: 'p', role: 'main' as const, relation: undefined, residentId: 'r1', details, identity: undefined, returning: false };
    const found = { residentId: 'r1', details, sessions: 2, lastSeenAt: '2026-10-01T09:00:00Z', distance: 0 };
    for (const draft of [draftOf(person, today), takeResident(emptyDraft('main'), found, today)])
      expect(takeCode(draft, 'BNCNNA75D45F205Q', today)).toMatchObject({ birthDate: '1975-04-05', birthDateTyped: '1975-04-05', sex: 'F' });
    const corrected = { ...person, details: { ...details, birthDate: '1880-01-01' } };
    expect(takeCode(draftOf(corrected, today), 'BNCNNA75D45F205Q', today)).toMatchObject({ birthDate: '1880-01-01', sex: 'F' });
  });

  it('takes a resident found again, keeping role and document', () => {
    const found = { residentId: 'r1', details: { surname: 'Verdi' }, sessions: 2, lastSeenAt: '2026-10-01T09:00:00Z', distance: 1 };
    expect(takeResident({ ...mario, role: 'child', document: 'patente' }, found, today)).toMatchObject({
      role: 'child', surname: 'Verdi', codiceFiscale: '', document: 'patente', residentId: 'r1',
    });
  });

  it('gives back what stood there when the resident picked is not the one', () => {
    const found = { residentId: 'r1', details: { surname: 'Rossi', codiceFiscale: 'RSSMRA80A01H501U', birthDate: '1980-01-01', sex: 'M' as const }, sessions: 2, lastSeenAt: '2026-10-01T09:00:00Z', distance: 1 };
    const written = { ...emptyDraft('child'), surname: 'Rosi', givenName: 'Marta', birthDateTyped: '1/2' };
    expect(leaveResident(takeResident(written, found, today))).toEqual(written);
    expect(leaveResident(takeResident(takeResident(written, found, today), { ...found, residentId: 'r2' }, today))).toEqual(written);
    expect(leaveResident({ ...mario, residentId: 'r1' })).toEqual(mario);
  });

  it('is no longer a resident found again once somebody else’s code is read, and still is with a code that fits the name', () => {
    const details = { surname: 'Rossi', givenName: 'Mario', codiceFiscale: 'RSSMRA80A01H501U', birthDate: '1980-01-01', sex: 'M' as const };
    const found = { residentId: 'r1', details, sessions: 2, lastSeenAt: '2026-10-01T09:00:00Z', distance: 0 };
    const linked = takeResident(emptyDraft('child'), found, today);
    expect(readCode(linked, 'BNCNNA75D45F205Q', today)).toEqual(readCode(emptyDraft('child'), 'BNCNNA75D45F205Q', today));
    for (const same of ['RSSMRA80A01H501U', 'RSSMRA80A01F205X', '12345678903', 'RSS']) expect(readCode(linked, same, today).residentId).toBe('r1');
    const withoutCode = { ...found, details: { surname: 'Rosi', givenName: 'Mario' } };
    expect(readCode(takeResident(emptyDraft('main'), withoutCode, today), 'RSSMRA80A01H501U', today)).toMatchObject({ residentId: 'r1', surname: 'Rosi' });
  });
});
