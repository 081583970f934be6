import { z } from 'zod';
import { hubRefusalCodes } from './hub-refusal.ts';
import { signalSchema } from './signal.ts';

/** Largest frame of either side, in bytes: a signal with its description, or a view with a long queue. */
export const largestHubFrameBytes = 512 * 1024;
/** Largest call of a desk or a page: a signal with its description. */
export const largestHubCallBytes = 64 * 1024;

const id = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * What the hub is sent over a socket. A desk proves itself first (`prove`, the answer to the hub's challenge); an official's
 * page was let in by its cookie. `ping` asks for its number back: how each side knows, within a second and a half, that a line is dead.
 */
export const toHubFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('prove'), deskId: z.uuid(), signature: z.string().max(200), phone: z.string().max(30).nullable() }),
  z.strictObject({ type: z.literal('call'), id, method: z.string().max(40), input: z.unknown() }),
  z.strictObject({ type: z.literal('ping'), id }),
]);
export type ToHubFrame = z.infer<typeof toHubFrameSchema>;

/** Why a hub ends a connection for good; anything else is worth another try. */
export const dismissals = ['not-enrolled', 'desk-revoked', 'session-expired', 'removed', 'opened-elsewhere', 'too-many', 'not-understood'] as const;

export const fromHubFrameSchema = z.discriminatedUnion('type', [
  /** Sign this, with the hub's own address, to be believed (see `proofText`). */
  z.strictObject({ type: z.literal('challenge'), nonce: z.string().max(100) }),
  z.strictObject({ type: z.literal('reply'), id, ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ type: z.literal('refusal'), id, code: z.enum(hubRefusalCodes), field: z.string().optional() }),
  z.strictObject({ type: z.literal('view'), view: z.unknown() }),
  z.strictObject({ type: z.literal('signal'), signal: signalSchema }),
  z.strictObject({ type: z.literal('pong'), id }),
  /** The hub is about to restart: connect again after so many milliseconds; calls go on meanwhile. */
  z.strictObject({ type: z.literal('restarting'), after: z.number().int().min(0).max(60_000) }),
  z.strictObject({ type: z.literal('dismissed'), reason: z.enum(dismissals) }),
]);
export type FromHubFrame = z.infer<typeof fromHubFrameSchema>;
export type Dismissal = (typeof dismissals)[number];

/**
 * What a desk signs with its Ed25519 key to open a connection: the hub it means to talk to is in it, so that a proof shown to
 * one hub is worth nothing at another, and the nonce, so that it is worth nothing twice.
 * @param hubAddress origin of the hub as the desk knows it, `https://hub.example.it`
 */
export const proofText = (hubAddress: string, deskId: string, nonce: string): string => `sportello-vicino desk v1\n${hubAddress}\n${deskId}\n${nonce}`;

/** How often a side pings, in milliseconds: in a call, and out of one. */
export const pingEvery = { inCall: 450, idle: 10_000 } as const;
/** Without an answer for so long a line counts as dead, in milliseconds. */
export const staleAfter = { inCall: 1_500, idle: 25_000 } as const;
