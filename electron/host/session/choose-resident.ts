import { refuse, answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { atMostOneTypo, foldName } from '../../../shared/person/name-folding.ts';
import type { PersonDetails, PersonInput } from '../../../shared/person/person-schema.ts';
import type { HostContext } from '../host-context.ts';
import { newId } from '../new-id.ts';
import type { PersonRow } from './person-store.ts';
import { detailsOf, findByCodiceFiscale, findKnownResident, findResident, insertResident, isKnownElsewhere, updateResident } from './resident-store.ts';
import type { ResidentRow } from './resident-store.ts';
import { viewerOf } from './visibility.ts';

/** The resident a form is about: one the desk knows, with the details they are to have now, or a new one. */
export interface ResidentChoice {
  readonly known: ResidentRow | undefined;
  readonly details: PersonDetails;
}

/**
 * Decides whom a form is about. The codice fiscale decides before anything else, so that nobody sees two residents
 * with one; then the resident the clerk picked; then whoever this person was so far. A resident who is in other sessions
 * too is corrected but never turned into somebody else: then the form is about a new resident.
 * @param before the person as recorded so far, when the form changes one
 */
export function chooseResident(context: HostContext, form: PersonInput, before?: PersonRow): Answer<ResidentChoice> {
  const { db } = context;
  const { codiceFiscale } = form.details;
  const holder = codiceFiscale === undefined ? undefined : findByCodiceFiscale(db, viewerOf(context), codiceFiscale);
  if (holder !== undefined) return answer(linkTo(holder, form, before));
  const picked = form.residentId === undefined ? undefined : findKnownResident(db, viewerOf(context), form.residentId);
  if (form.residentId !== undefined && (picked === undefined || picked.wiped_at !== null)) return refuse('no-such-person');
  const known = picked ?? (before && findResident(db, before.resident_id));
  const ownAlone = known !== undefined && known.id === before?.resident_id && !isKnownElsewhere(db, known.id, before.session_id);
  return answer(known !== undefined && (ownAlone || couldBe(known, form.details)) ? linkTo(known, form, before) : { known: undefined, details: form.details });
}

/** A new link fills in what was known already; a form about the same resident says it all. */
const linkTo = (known: ResidentRow, form: PersonInput, before: PersonRow | undefined): ResidentChoice => ({
  known,
  details: known.id === before?.resident_id ? form.details : { ...detailsOf(known), ...form.details },
});

/** Whether details may be a correction of a resident's: not another 16-character code, not a wholly different surname. */
function couldBe(resident: ResidentRow, { codiceFiscale, surname }: PersonDetails): boolean {
  const codes = [resident.codice_fiscale, codiceFiscale].filter((code) => code?.length === 16);
  if (codes.length === 2 && codes[0] !== codes[1]) return false;
  const known = foldName(`${resident.surname ?? ''} ${resident.given_name ?? ''}`);
  const given = foldName(surname ?? '');
  return known.length === 0 || given.length === 0 || given.some((word) => known.some((other) => atMostOneTypo(word, other)));
}

/** Writes the resident chosen, and says which it is. */
export function writeResident({ db, clock }: HostContext, { known, details }: ResidentChoice, at: string): string {
  if (known !== undefined) {
    updateResident(db, known.id, details);
    return known.id;
  }
  const id = newId(clock());
  insertResident(db, id, details, at);
  return id;
}
