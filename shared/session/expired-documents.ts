import type { SessionPerson } from '../person/person-schema.ts';
import { isIdentityPaper } from './closed-lists.ts';
import type { IdentityPaper, PersonRole } from './closed-lists.ts';

/** An identity document that was seen to be out of date. */
export interface ExpiredDocument {
  readonly personId: string;
  readonly document: IdentityPaper;
  readonly role: PersonRole;
}

/** The expired identity documents of the people at the desk: INPS may not accept them, and nobody else may tell the resident. */
export const expiredDocuments = (people: readonly SessionPerson[]): readonly ExpiredDocument[] =>
  people.flatMap(({ id, role, identity }) =>
    identity?.inDate === false && isIdentityPaper(identity.document) ? [{ personId: id, document: identity.document, role }] : [],
  );
