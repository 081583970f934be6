import { z } from 'zod';

/** The town hall this desk stands in. `code` is the codice ISTAT (6 digits) or the codice Belfiore (A000). */
export const comuneSchema = z.strictObject({
  name: z.string().trim().min(2).max(60),
  province: z.string().regex(/^[A-Z]{2}$/),
  code: z.string().regex(/^(\d{6}|[A-Z]\d{3})$/),
});
export type Comune = z.infer<typeof comuneSchema>;

export const deskKindSchema = z.enum(['PUE', 'PCS', 'both']);
export type DeskKind = z.infer<typeof deskKindSchema>;

/** At least 10 characters: a short sentence is easier to keep in mind than a password with signs. */
export const passphraseSchema = z.string().min(10).max(200);

export const displayNameSchema = z.string().trim().min(2).max(60);

export const settingsSchema = z.strictObject({
  comune: comuneSchema,
  kind: deskKindSchema,
  lockAfterMinutes: z.number().int().min(1).max(60),
  /** Days after the last activity until personal data is wiped. */
  retentionDays: z.number().int().min(30).max(3650),
  /** The comune's archive rules ask for an export before anything is wiped: then nothing is wiped without it. */
  exportBeforeWipe: z.boolean(),
  /** Printed on the take-home page: address, opening hours, telephone of this desk. */
  deskContact: z.string().trim().max(200),
  hubAddress: z.url().nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What set-up has asked so far; no secrets in it, so it may wait on disk in the clear. */
export const setupDraftSchema = z.strictObject({
  comune: comuneSchema.partial(),
  kind: deskKindSchema.optional(),
  supervisorName: z.string().max(60).optional(),
  step: z.number().int().min(0).max(3),
});
export type SetupDraft = z.infer<typeof setupDraftSchema>;

export type ClerkRole = 'clerk' | 'supervisor';
export const clerkRoleSchema = z.enum(['clerk', 'supervisor']);

export interface ClerkAccount {
  readonly id: string;
  readonly displayName: string;
  readonly role: ClerkRole;
  readonly enabled: boolean;
  readonly addedAt: string;
  readonly lastSignInAt: string | undefined;
}
