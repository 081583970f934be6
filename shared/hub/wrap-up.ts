import { z } from 'zod';
import { localDateSchema } from '../procedure/condition-schema.ts';
import { lineSchema, linesSchema } from '../text/written-text.ts';
import { consultationOutcomeSchema } from './closed-lists.ts';

/** What an official leaves behind: it lands in the session and, unless confidential, on the take-home page. */
export const wrapUpSchema = z.strictObject({
  outcome: consultationOutcomeSchema,
  /** What the resident must do next, in plain words; may name papers and places. */
  toDo: linesSchema(600),
  /** A standard route existed: the desk could have done without the call. */
  standardRoute: z.boolean(),
  followUp: z.strictObject({ due: localDateSchema, what: lineSchema({ min: 1, max: 200 }) }).nullable(),
});
export type WrapUp = z.infer<typeof wrapUpSchema>;

/** Unpadded base64url. */
const bytes = (max: number) => z.string().max(max).regex(/^[A-Za-z0-9_-]*$/);

/** The part of a wrap-up that is words, and so may say something of a person. */
export const wrapUpWordsSchema = wrapUpSchema.pick({ toDo: true, followUp: true });
export type WrapUpWords = z.infer<typeof wrapUpWordsSchema>;

/** Text closed to the hub for one desk and one consultation; sealed-words.ts seals and opens it. */
export const sealedTextSchema = z.strictObject({ senderKey: bytes(200), iv: bytes(24), sealed: bytes(8_000) });
export type SealedText = z.infer<typeof sealedTextSchema>;

/** A wrap-up as it passes through the hub: closed-list values in the clear, the words (`WrapUpWords`) sealed for the desk. */
export const sealedWrapUpSchema = wrapUpSchema.pick({ outcome: true, standardRoute: true }).extend({ words: sealedTextSchema });
export type SealedWrapUp = z.infer<typeof sealedWrapUpSchema>;

/** A public key for sealing: the uncompressed point of P-256, 65 bytes. */
export const sealingKeySchema = bytes(200);
