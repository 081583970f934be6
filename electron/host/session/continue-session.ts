import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { openSession } from './opening-methods.ts';
import { insertPerson, peopleOf, personRow } from './person-store.ts';
import type { PersonRow } from './person-store.ts';
import { findResident } from './resident-store.ts';
import { visibleSession } from './session-access.ts';
import { sessionDetail } from './session-detail.ts';

/** Going on, another day, with what a closed session was about. */
export const continueMethods = (context: HostContext): Pick<SessionHalf, 'continueSession'> => ({
  continueSession: ({ sessionId }) => {
    const found = visibleSession(context, sessionId);
    if (!found.ok) return found;
    const { state, privacy } = found.value;
    if (state !== 'closed') return refuse('session-not-closed');
    const people = privacy === 'anonymous' ? [] : peopleOf(context.db, sessionId).filter((person) => isKnown(context, person));
    const next = openSession(context, { privacy, continues: sessionId }, (id, at) => {
      for (const person of people) bring(context, person, id, at);
    });
    return answer(sessionDetail(context, next));
  },
});

const isKnown = ({ db }: HostContext, { resident_id: id }: PersonRow): boolean => findResident(db, id)?.wiped_at === null;

/** The same person with the same relation; papers are looked at anew. */
function bring({ db, clock }: HostContext, { role, relation, resident_id }: PersonRow, session_id: string, at: string): void {
  insertPerson(db, personRow({ id: newId(clock()), session_id, resident_id }, { role, relation: relation ?? undefined, details: {} }, at), at);
}
