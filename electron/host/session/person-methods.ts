import { calendarDay } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { parseCodiceFiscale } from '../../../shared/person/codice-fiscale.ts';
import type { PersonInput } from '../../../shared/person/person-schema.ts';
import type { SessionDetail } from '../../../shared/session/session-view.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { chooseResident, writeResident } from './choose-resident.ts';
import type { ResidentChoice } from './choose-resident.ts';
import { commitChange } from './commit-change.ts';
import { findPerson, insertPerson, peopleOf, personRow, removePersonRow, updatePersonRow } from './person-store.ts';
import type { PersonRow } from './person-store.ts';
import { removeIfOrphan } from './resident-store.ts';
import { sessionInHand } from './session-access.ts';
import { sessionDetail } from './session-detail.ts';
import type { SessionRow } from './session-store.ts';

type PersonMethods = Pick<SessionHalf, 'addPerson' | 'updatePerson' | 'removePerson'>;

/** Who is at the desk in a session. */
export const personMethods = (context: HostContext): PersonMethods => ({
  addPerson: ({ sessionId, person }) => {
    const found = sessionInHand(context, sessionId);
    return found.ok ? putPerson(context, found.value, person) : found;
  },

  updatePerson: ({ sessionId, personId, person }) => {
    const found = personInHand(context, sessionId, personId);
    return found.ok ? putPerson(context, found.value.session, person, found.value.person) : found;
  },

  removePerson: ({ sessionId, personId }) => {
    const found = personInHand(context, sessionId, personId);
    if (!found.ok) return found;
    const { session, person } = found.value;
    if (session.privacy === 'anonymous' && person.role === 'main') return refuse('main-person-missing');
    commitChange(context, { event: 'person-removed', sessionId, data: { person: personId, role: person.role } }, () => {
      removePersonRow(context.db, person);
      removeIfOrphan(context.db, person.resident_id);
    });
    return answer(sessionDetail(context, sessionId));
  },
});

function personInHand(context: HostContext, sessionId: string, personId: string): Answer<{ session: SessionRow; person: PersonRow }> {
  const found = sessionInHand(context, sessionId);
  if (!found.ok) return found;
  const person = findPerson(context.db, personId, sessionId);
  return person === undefined ? refuse('no-such-person') : answer({ session: found.value, person });
}

/** Writes a form as a new person of the session, or over `before`. */
function putPerson(context: HostContext, session: SessionRow, form: PersonInput, before?: PersonRow): Answer<SessionDetail> {
  const choice = checkForm(context, session, form, before);
  if (!choice.ok) return choice;
  const personId = before?.id ?? newId(context.clock());
  const event = before === undefined ? 'person-added' : 'person-changed';
  commitChange(context, { event, sessionId: session.id, data: { person: personId, role: form.role } }, (at) => {
    const place = { id: personId, session_id: session.id, resident_id: writeResident(context, choice.value, at) };
    const row = personRow(place, form, at, before);
    if (before === undefined) insertPerson(context.db, row, at);
    else updatePersonRow(context.db, row);
    if (before !== undefined && before.resident_id !== row.resident_id) removeIfOrphan(context.db, before.resident_id);
  });
  return answer(sessionDetail(context, session.id));
}

/** Everything that may be wrong with a form, and whom it is about when nothing is. */
function checkForm(context: HostContext, session: SessionRow, form: PersonInput, before?: PersonRow): Answer<ResidentChoice> {
  const saysWho = form.residentId !== undefined || Object.values(form.details).some((value) => value !== undefined);
  if (session.privacy === 'anonymous' && saysWho) return refuse('session-anonymous');
  const { codiceFiscale, birthDate } = form.details;
  if (codiceFiscale !== undefined && !parseCodiceFiscale(codiceFiscale).ok) return refuse('codice-fiscale-invalid');
  if (birthDate !== undefined && birthDate > calendarDay(context.clock())) return refuse('birth-date-in-future');
  const others = peopleOf(context.db, session.id).filter((person) => person.id !== before?.id);
  if (form.role === 'main' && others.some((person) => person.role === 'main')) return refuse('main-person-present');
  const choice = chooseResident(context, form, before);
  if (!choice.ok) return choice;
  const twice = others.some((person) => person.resident_id === choice.value.known?.id);
  return twice ? refuse('person-already-present') : choice;
}
