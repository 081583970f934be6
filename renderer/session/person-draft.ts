import { proposeBirthDate } from '../../shared/person/birth-date-proposal.ts';
import { parseCodiceFiscale } from '../../shared/person/codice-fiscale.ts';
import type { CodiceFiscale, CodiceFiscaleProblem } from '../../shared/person/codice-fiscale.ts';
import { readHealthCardStripe } from '../../shared/person/health-card-stripe.ts';
import { nameFitsCode } from '../../shared/person/name-codes.ts';
import type { PersonInput, SessionPerson } from '../../shared/person/person-schema.ts';
import type { IdentityDocument, PersonRole } from '../../shared/session/closed-lists.ts';
import { oneLine } from '../../shared/text/written-text.ts';

/** What is being typed about a person: kept as typed, right or wrong, until it is put right. */
export interface PersonDraft {
  readonly role: PersonRole;
  readonly relation: string;
  readonly codiceFiscale: string;
  readonly surname: string;
  readonly givenName: string;
  /** `YYYY-MM-DD`, undefined while what is typed is no day. */
  readonly birthDate: string | undefined;
  /** What stands in the birth date's box. */
  readonly birthDateTyped: string;
  readonly sex: 'F' | 'M' | '';
  readonly document: IdentityDocument | '';
  readonly inDate: 'yes' | 'no' | '';
  readonly residentId: string | undefined;
  /** What a resident picked from those seen before took the place of. */
  readonly replaced?: TypedDetails | undefined;
  /** The code that resident is recorded with. */
  readonly foundCode?: string | undefined;
  /** What the code or card last read proposed: a newer one may replace it, but not what the clerk wrote. */
  readonly proposed: Proposal;
}
/** The boxes a resident's recorded details fill, and what of it their code says. */
export type TypedDetails = Pick<PersonDraft, 'codiceFiscale' | 'surname' | 'givenName' | 'birthDate' | 'birthDateTyped' | 'sex' | 'proposed'>;
type BirthProposal = Pick<PersonDraft, 'birthDate' | 'sex'>;
type NameProposal = Pick<PersonDraft, 'surname' | 'givenName'>;
type Proposal = BirthProposal & NameProposal;

export type DraftProblem = CodiceFiscaleProblem | 'not-a-date' | 'in-the-future' | 'relation-missing';
export type DraftProblems = { readonly [Field in keyof PersonDraft]?: DraftProblem };

const noBirth: BirthProposal = { birthDate: undefined, sex: '' };
const noName: NameProposal = { surname: '', givenName: '' };

export function emptyDraft(role: PersonRole): PersonDraft {
  return {
    role, relation: '', codiceFiscale: '', surname: '', givenName: '', birthDate: undefined, birthDateTyped: '', sex: '', document: '', inDate: '', residentId: undefined,
    proposed: { ...noBirth, ...noName },
  };
}

/** A person already in the session, to be corrected. */
export function draftOf({ role, relation, residentId, details, identity }: SessionPerson, today: string): PersonDraft {
  const inDate = identity?.inDate === undefined || identity.inDate === null ? '' : identity.inDate ? 'yes' : 'no';
  return { ...emptyDraft(role), relation: relation ?? '', ...typed(details, today), document: identity?.document ?? '', inDate, residentId };
}

/** Recorded details as the boxes have them. */
export const typed = ({ surname, givenName, codiceFiscale, birthDate, sex }: SessionPerson['details'], today: string): TypedDetails => ({
  surname: surname ?? '',
  givenName: givenName ?? '',
  codiceFiscale: codiceFiscale ?? '',
  birthDate,
  birthDateTyped: birthDate ?? '',
  sex: sex ?? '',
  // What the code says was its proposal, whenever that was: with another code it goes.
  proposed: proposalIn(codiceFiscale ?? '', today),
});

/**
 * Takes in what stands in the codice fiscale field once it is complete: a code, or all a magnetic-stripe reader types.
 * Birth date, sex and the card's names are proposed where nothing stands yet, or an earlier reading's own proposal does;
 * what another code proposed goes with it.
 */
export function takeCode(draft: PersonDraft, text: string, today: string): PersonDraft {
  const stripe = readHealthCardStripe(text);
  const reading = parseCodiceFiscale(stripe?.codiceFiscale ?? text);
  const code = reading.ok ? reading.code : undefined;
  const proposed = { ...(code ? birthProposal(code, today) : noBirth), ...(stripe?.name ?? nameStillProposed(draft, code)) };
  const isFree = (field: 'surname' | 'givenName' | 'sex') => draft[field] === '' || draft[field] === draft.proposed[field];
  const dateIsFree = draft.birthDateTyped === '' || draft.birthDate === draft.proposed.birthDate;
  return {
    ...draft,
    codiceFiscale: code?.value ?? text,
    surname: isFree('surname') ? proposed.surname : draft.surname,
    givenName: isFree('givenName') ? proposed.givenName : draft.givenName,
    ...(dateIsFree && { birthDate: proposed.birthDate, birthDateTyped: proposed.birthDate ?? '' }),
    sex: isFree('sex') ? proposed.sex : draft.sex,
    proposed,
  };
}

/** A change in the codice fiscale box, not whole yet: once it is empty, what the code had proposed goes too. */
export const typeCode = (draft: PersonDraft, text: string, today: string): PersonDraft =>
  text.trim() === '' ? takeCode(draft, text, today) : { ...draft, codiceFiscale: text };

function proposalIn(text: string, today: string): Proposal {
  const reading = parseCodiceFiscale(text);
  return { ...(reading.ok ? birthProposal(reading.code, today) : noBirth), ...noName };
}

function birthProposal(code: CodiceFiscale, today: string): BirthProposal {
  return code.kind === 'provisional' ? noBirth : { birthDate: proposeBirthDate(code.birth, today), sex: code.birth.sex };
}

/** A card's code comes again without its names, after the swipe or from its bar code: they hold as long as they fit. */
function nameStillProposed({ proposed: { surname, givenName } }: PersonDraft, code: CodiceFiscale | undefined): NameProposal {
  return code?.kind === 'personal' && nameFitsCode(code.value, surname, givenName) ? { surname, givenName } : noName;
}

/** The name does not give the first six letters of the code: worth a second look, nothing more. */
export function namesDisagree({ codiceFiscale, surname, givenName }: PersonDraft): boolean {
  const reading = parseCodiceFiscale(codiceFiscale);
  if (!reading.ok || reading.code.kind === 'provisional' || oneLine(surname) === '' || oneLine(givenName) === '') return false;
  return !nameFitsCode(reading.code.value, surname, givenName);
}

/** Nothing was written about the person but the part they play. */
export function isBlank({ codiceFiscale, surname, givenName, birthDateTyped, sex, document, relation, residentId }: PersonDraft): boolean {
  return residentId === undefined && [codiceFiscale, surname, givenName, birthDateTyped, sex, document, relation].every((text) => oneLine(text) === '');
}

/** Roles that say nothing without the tie to the main person. */
export const needsRelation = (role: PersonRole): boolean => role === 'delegate' || role === 'companion';

/** What stands in the way of saving; nothing in a draft is required but the relation of a delegate. */
export function draftProblems(draft: PersonDraft, today: string): DraftProblems {
  const code = parseCodiceFiscale(draft.codiceFiscale);
  const birthDate = birthDateProblem(draft, today);
  return {
    ...(!code.ok && code.problem !== 'empty' && { codiceFiscale: code.problem }),
    ...(birthDate && { birthDate }),
    ...(draft.role === 'delegate' && oneLine(draft.relation) === '' && { relation: 'relation-missing' as const }),
  };
}

function birthDateProblem({ birthDate, birthDateTyped }: PersonDraft, today: string): DraftProblem | undefined {
  if (birthDate === undefined) return birthDateTyped.trim() === '' ? undefined : 'not-a-date';
  return birthDate > today ? 'in-the-future' : undefined;
}

/** The draft as the desk takes it, without what was left empty. Call only when draftProblems finds nothing. */
export function personInput(draft: PersonDraft): PersonInput {
  const code = parseCodiceFiscale(draft.codiceFiscale);
  const text = (value: string) => oneLine(value) || undefined;
  return {
    role: draft.role,
    relation: needsRelation(draft.role) ? text(draft.relation) : undefined,
    details: {
      surname: text(draft.surname),
      givenName: text(draft.givenName),
      codiceFiscale: code.ok ? code.code.value : undefined,
      birthDate: draft.birthDate,
      sex: draft.sex === '' ? undefined : draft.sex,
    },
    identity: draft.document === '' ? undefined : { document: draft.document, inDate: draft.inDate === '' ? null : draft.inDate === 'yes' },
    residentId: draft.residentId,
  };
}
