import { parseCodiceFiscale } from '../../shared/person/codice-fiscale.ts';
import { readHealthCardStripe } from '../../shared/person/health-card-stripe.ts';
import { nameFitsCode } from '../../shared/person/name-codes.ts';
import type { ResidentFound } from '../../shared/person/person-schema.ts';
import { takeCode, typed } from './person-draft.ts';
import type { PersonDraft, TypedDetails } from './person-draft.ts';

/** A resident found again: what is known of them takes the place of what was typed. */
export function takeResident(draft: PersonDraft, { details, residentId }: ResidentFound, today: string): PersonDraft {
  return { ...draft, ...typed(details, today), residentId, replaced: draft.replaced ?? boxesOf(draft), foundCode: details.codiceFiscale };
}

/**
 * It was somebody else after all: what was typed before comes back. Were the resident's details left, their codice fiscale
 * among them, the desk would take the form for theirs all the same.
 */
export const leaveResident = ({ replaced, foundCode: _foundCode, ...draft }: PersonDraft): PersonDraft => ({ ...draft, ...replaced, residentId: undefined });

/**
 * Takes in a code or card read whole. One of somebody else, by code and name, while a resident found again stands in the form:
 * the form is no longer theirs, or their record would be given another person's code.
 */
export function readCode(draft: PersonDraft, text: string, today: string): PersonDraft {
  const reading = parseCodiceFiscale(readHealthCardStripe(text)?.codiceFiscale ?? text);
  const { foundCode, surname, givenName } = draft;
  const isAnother =
    foundCode !== undefined && reading.ok && reading.code.kind === 'personal' && reading.code.value !== foundCode && !nameFitsCode(reading.code.value, surname, givenName);
  return takeCode(isAnother ? leaveResident(draft) : draft, text, today);
}

const boxesOf = ({ codiceFiscale, surname, givenName, birthDate, birthDateTyped, sex, proposed }: PersonDraft): TypedDetails => ({
  codiceFiscale, surname, givenName, birthDate, birthDateTyped, sex, proposed,
});
