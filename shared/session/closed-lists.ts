import { z } from 'zod';

/** How a session, or one run in it, ended. The closed list the monthly figures count. */
export const outcomes = [
  'submitted',
  'handed-over',
  'info-only',
  'documents-missing',
  'referred',
  'appointment-made',
  'not-entitled',
  'resident-left',
  'technical-failure',
  'cancelled',
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Whom the resident was sent to. */
export const referralTargets = [
  'none',
  'patronato',
  'caf',
  'inps-office',
  'social-services',
  'medical-commission',
  'employment-centre',
  'post-office',
  'registry-office',
  'other-desk',
] as const;
export const referralSchema = z.enum(referralTargets);
export type Referral = z.infer<typeof referralSchema>;

/** The part a person plays at the desk. `main` is the person the session is about; there is exactly one. */
export const personRoles = ['main', 'partner', 'child', 'parent', 'delegate', 'companion'] as const;
export const personRoleSchema = z.enum(personRoles);
export type PersonRole = z.infer<typeof personRoleSchema>;

/** `confidential`: protected paths (violence): neutral name everywhere, no print, seen by its clerk and the supervisor. */
export const privacyKinds = ['named', 'anonymous', 'confidential'] as const;
export const privacySchema = z.enum(privacyKinds);
export type Privacy = z.infer<typeof privacySchema>;

/** `interrupted` is never chosen: the host gives it at start-up to what a dead process left open. */
export const sessionStates = ['open', 'suspended', 'interrupted', 'closed'] as const;
export const sessionStateSchema = z.enum(sessionStates);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** Documents a clerk may be shown; codes follow INPS `tipo_documento` (INPS-it/NDC, CC BY 4.0). */
export const identityDocuments = [
  'carta-identita',
  'passaporto-italiano',
  'patente',
  'tessera-ministeriale',
  'passaporto-straniero',
  'carta-identita-straniera',
  'permesso-soggiorno',
  'known-personally',
  'none',
] as const;
export const identityDocumentSchema = z.enum(identityDocuments);
export type IdentityDocument = z.infer<typeof identityDocumentSchema>;

/** A document with a date on it, as opposed to no document and to a person the clerk knows. */
export type IdentityPaper = Exclude<IdentityDocument, 'known-personally' | 'none'>;
export const isIdentityPaper = (document: IdentityDocument): document is IdentityPaper => document !== 'known-personally' && document !== 'none';

/** Numbers INPS gives; both may come after the day of the session. */
export const numberKinds = ['domus', 'protocollo', 'certificate', 'other'] as const;
export const numberKindSchema = z.enum(numberKinds);
export type NumberKind = z.infer<typeof numberKindSchema>;
