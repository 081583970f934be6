import { z } from 'zod';
import { localDateSchema } from '../procedure/condition-schema.ts';
import { identityDocumentSchema, personRoleSchema } from '../session/closed-lists.ts';
import { lineSchema } from '../text/written-text.ts';

const name = lineSchema({ min: 1, max: 80 });

/**
 * What is written down about a person. All optional but the kind of record: an anonymous resident is a full record
 * without any of it. Birth date and sex are proposed from the codice fiscale and may be corrected.
 */
const personDetailsSchema = z.strictObject({
  surname: name.optional(),
  givenName: name.optional(),
  /** Upper case, already checked by parseCodiceFiscale; 16 characters or 11 digits. */
  codiceFiscale: z.string().regex(/^([A-Z0-9]{16}|\d{11})$/).optional(),
  birthDate: localDateSchema.optional(),
  sex: z.enum(['F', 'M']).optional(),
});
export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** The paper a person was identified with: kind and whether in date, seen at the desk, never copied. */
const identitySeenSchema = z.strictObject({ document: identityDocumentSchema, inDate: z.boolean().nullable() });
export type IdentitySeen = z.infer<typeof identitySeenSchema>;

export const personInputSchema = z.strictObject({
  role: personRoleSchema,
  /** For a delegate or companion: "figlia", "amministratore di sostegno", … */
  relation: lineSchema({ max: 60 }).optional(),
  details: personDetailsSchema,
  identity: identitySeenSchema.optional(),
  /** A resident found again by findResidents; their earlier details are kept and filled in. */
  residentId: z.uuid().optional(),
});
export type PersonInput = z.infer<typeof personInputSchema>;

export interface SessionPerson {
  readonly id: string;
  readonly role: z.infer<typeof personRoleSchema>;
  readonly relation: string | undefined;
  readonly residentId: string;
  readonly details: PersonDetails;
  readonly identity: (IdentitySeen & { readonly seenAt: string }) | undefined;
  /** Has been at this desk before. */
  readonly returning: boolean;
}

export interface ResidentFound {
  readonly residentId: string;
  readonly details: PersonDetails;
  readonly sessions: number;
  readonly lastSeenAt: string;
  /** 0 is exact; 1 a name with one typo. */
  readonly distance: number;
}
