import { z } from 'zod';
import { guestRoleSchema } from './closed-lists.ts';
import { hubRow } from './hub-row.ts';

/** Shapes the tables of desk, official and guest have in common. */
export const nothing = z.strictObject({});
export type Nothing = z.infer<typeof nothing>;
export const nothingBack = z.null();

export const inConsultation = z.strictObject({ consultationId: z.uuid() });
export type InConsultation = z.infer<typeof inConsultation>;

export const inCall = z.strictObject({ callId: z.uuid() });
export type InCall = z.infer<typeof inCall>;

export const inviteGuest = inCall.extend({ role: guestRoleSchema });
export type InviteGuest = z.infer<typeof inviteGuest>;

/** A guest's place in a call; there are two. */
export const guestPartySchema = z.enum(['guest-1', 'guest-2']);
export type GuestParty = z.infer<typeof guestPartySchema>;

/** A link that lets one person into one call, once, within the quarter of an hour; the place it keeps can be taken back. */
export const guestInvitation = z.strictObject({ party: guestPartySchema, link: z.url().max(500), until: z.iso.datetime() });
export type GuestInvitation = z.infer<typeof guestInvitation>;
export const guestInvitationRow = hubRow(inviteGuest, guestInvitation);
