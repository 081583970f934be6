import { z } from 'zod';

/** A party of a call: the desk, the official, or a guest by their number. */
export const partySchema = z.enum(['desk', 'official', 'guest-1', 'guest-2']);
export type Party = z.infer<typeof partySchema>;

/** Largest description or candidate, in characters: Chromium's offer with four media lines is about 12,000. */
const largestPayload = 48_000;

const counter = z.number().int().min(0).max(1_000_000);

const body = z.discriminatedUnion('kind', [
  /**
   * An SDP offer or answer, as simple-peer writes it. `offer` counts the offers of a generation, and an answer says which one it
   * is for: an offer made anew after a break leaves the answer to the one before without an addressee.
   */
  z.strictObject({ kind: z.literal('description'), type: z.enum(['offer', 'answer']), offer: counter, sdp: z.string().max(largestPayload) }),
  z.strictObject({
    kind: z.literal('candidate'),
    candidate: z.string().max(1_000),
    sdpMid: z.string().max(100).nullable(),
    sdpMLineIndex: z.number().int().min(0).max(50).nullable(),
  }),
  /** The side that may not offer asks the one that may for a restart. */
  z.strictObject({ kind: z.literal('restart') }),
  /** The side that may not offer has media lines to add. */
  z.strictObject({ kind: z.literal('renegotiate') }),
  z.strictObject({ kind: z.literal('bye'), reason: z.enum(['hung-up', 'medium-changed', 'rebuild']) }),
]);
export type SignalBody = z.infer<typeof body>;

/**
 * One signalling message from a party of a call to another. `generation` counts the connections built between the two (a
 * rebuild begins a new one), `seq` the messages of a generation, from 0 without gaps; `received` tells the other side how many
 * of its own messages of this generation have arrived, so that it knows what to send again after the hub was away.
 */
export const signalSchema = z.strictObject({
  callId: z.uuid(),
  from: partySchema,
  to: partySchema,
  generation: counter,
  seq: counter,
  received: counter,
  /** Which load of the sender's page this is, at random: a page loaded anew has forgotten where things stand. */
  page: z.string().max(20).optional(),
  /** `null`: nothing but the receipt, with the `seq` the next message will have. */
  body: body.nullable(),
});
export type Signal = z.infer<typeof signalSchema>;
