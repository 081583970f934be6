import type { HostContext } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { insertPerson, peopleOf, personRow, updatePersonRow } from './person-store.ts';
import { insertResident, removeIfOrphan } from './resident-store.ts';
import { untieSession } from './session-store.ts';

/** Whoever an anonymous session is about: a full record with nothing in it that tells who. */
export function addAnonymousMain(context: HostContext, sessionId: string, at: string): void {
  const place = { id: newId(context.clock()), session_id: sessionId, resident_id: addUnnamedResident(context, at) };
  insertPerson(context.db, personRow(place, { role: 'main', details: {} }, at), at);
}

/**
 * Cuts the people of a session from the residents they are, and the session from others that tell: what was known of them
 * from this session alone is gone.
 */
export function forgetWhoTheyAre(context: HostContext, sessionId: string, at: string): void {
  untieSession(context.db, sessionId);
  const people = peopleOf(context.db, sessionId);
  for (const person of people) {
    updatePersonRow(context.db, { ...person, resident_id: addUnnamedResident(context, at) });
    removeIfOrphan(context.db, person.resident_id);
  }
  if (!people.some((person) => person.role === 'main')) addAnonymousMain(context, sessionId, at);
}

function addUnnamedResident(context: HostContext, at: string): string {
  const id = newId(context.clock());
  insertResident(context.db, id, {}, at);
  return id;
}
