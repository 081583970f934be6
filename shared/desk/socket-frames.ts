import { z } from 'zod';
import { deskEvents } from './desk-api.ts';
import { refusalCodes } from './refusal.ts';
import type { Reply } from './refusal.ts';
import type { DeskEvent } from './transport.ts';

/** What a screen sends over a socket: one call, with a number that comes back with its reply. */
export const callFrameSchema = z.strictObject({ id: z.number().int().nonnegative(), method: z.string().max(60), input: z.unknown() });
export type CallFrame = z.infer<typeof callFrameSchema>;

export const replySchema: z.ZodType<Reply<unknown>> = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(refusalCodes),
    sentence: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);

export const deskEventSchema: z.ZodType<DeskEvent> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('deskChanged'), data: deskEvents.deskChanged }),
  z.strictObject({ name: z.literal('recordsChanged'), data: deskEvents.recordsChanged }),
  z.strictObject({ name: z.literal('lockApproached'), data: deskEvents.lockApproached }),
  z.strictObject({ name: z.literal('deskLocked'), data: deskEvents.deskLocked }),
  z.strictObject({ name: z.literal('hubChanged'), data: deskEvents.hubChanged }),
  z.strictObject({ name: z.literal('hubSignal'), data: deskEvents.hubSignal }),
]);

/** What the desk sends over a socket: the reply to a call, or something that happened. */
export const deskFrameSchema = z.union([z.strictObject({ id: z.number(), reply: replySchema }), z.strictObject({ event: deskEventSchema })]);
export type DeskFrame = z.infer<typeof deskFrameSchema>;
