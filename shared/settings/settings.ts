import { z } from 'zod';
import { lineSchema, linesSchema } from '../text/written-text.ts';
import { hubAddressSchema } from './hub-address.ts';

/** "Comune di Alpago" is called Alpago: the screens say "Comune di" themselves. */
const withoutComuneDi = (name: string): string => name.replace(/^(comune\s+(di\s+|d['’]\s*))+(?=\S)/i, '');

/** The town hall this desk stands in. `code` is the codice ISTAT (6 digits) or the codice Belfiore (A000). */
export const comuneSchema = z.strictObject({
  name: lineSchema({ max: 60 }).overwrite(withoutComuneDi).min(2),
  province: z.string().regex(/^[A-Z]{2}$/),
  code: z.string().regex(/^(\d{6}|[A-Z]\d{3})$/),
});
export type Comune = z.infer<typeof comuneSchema>;

export const deskKindSchema = z.enum(['PUE', 'PCS', 'both']);
export type DeskKind = z.infer<typeof deskKindSchema>;

export const displayNameSchema = lineSchema({ min: 2, max: 60 });

export const settingsSchema = z.strictObject({
  comune: comuneSchema,
  kind: deskKindSchema,
  lockAfterMinutes: z.number().int().min(1).max(60),
  /** Days after the last activity until personal data is wiped. */
  retentionDays: z.number().int().min(30).max(3650),
  /** The comune's archive rules ask for an export before anything is wiped: then nothing is wiped without it. */
  exportBeforeWipe: z.boolean(),
  /** Printed on the take-home page: address, opening hours, telephone of this desk. */
  deskContact: linesSchema(200).trim(),
  hubAddress: hubAddressSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** What a supervisor sets on the settings' page; the hub's address comes with the code that makes the desk known there. */
export const chosenSettingsSchema = settingsSchema.omit({ hubAddress: true });
export type ChosenSettings = z.infer<typeof chosenSettingsSchema>;

export const chosenSettings = ({ hubAddress, ...chosen }: Settings): ChosenSettings => chosen;

/** What set-up has asked so far; no secrets in it, so it may wait on disk in the clear. */
export const setupDraftSchema = z.strictObject({
  comune: comuneSchema.partial(),
  kind: deskKindSchema.optional(),
  supervisorName: lineSchema({ max: 60 }).optional(),
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
