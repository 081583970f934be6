import type { ResidentFound } from '../../shared/person/person-schema.ts';
import { typed } from './person-draft.ts';
import type { PersonDraft, TypedDetails } from './person-draft.ts';

/** A resident found again: what is known of them takes the place of what was typed. */
export function takeResident(draft: PersonDraft, { details, residentId }: ResidentFound, today: string): PersonDraft {
  return { ...draft, ...typed(details, today), residentId, replaced: draft.replaced ?? boxesOf(draft) };
}

/**
 * It was somebody else after all: what was typed before comes back. Were the resident's details left, their codice fiscale
 * among them, the desk would take the form for theirs all the same.
 */
export const leaveResident = ({ replaced, ...draft }: PersonDraft): PersonDraft => ({ ...draft, ...replaced, residentId: undefined });

const boxesOf = ({ codiceFiscale, surname, givenName, birthDate, birthDateTyped, sex, proposed }: PersonDraft): TypedDetails => ({
  codiceFiscale, surname, givenName, birthDate, birthDateTyped, sex, proposed,
});
