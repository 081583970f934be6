import { z } from 'zod';
import { lineSchema, linesSchema } from '../text/written-text.ts';

/** What an official may set against a step or a paper of the checklist. */
export const officialMarks = ['confirmed', 'needs-paper', 'ask-office'] as const;
export type OfficialMark = (typeof officialMarks)[number];

/** Longest chat message and longest line of captions, in characters. */
export const longestChat = 500;
export const longestCaption = 300;

/** Longest name a guest gives, in characters. */
export const longestName = 60;

/** 16 bytes or a SHA-256 hash, in lower-case hexadecimal. */
const hex = z.string().regex(/^[0-9a-f]{32}(?:[0-9a-f]{32})?$/);

/**
 * What two parties of a call tell each other over the control channel, which keeps order and loses nothing while it lives. When a
 * connection is built anew, what was under way is gone: states (`name`, `sending`, `medium`, `signLanguage`, `papersConsent`, `mark`) are
 * said again, chat is sent again until `chatReceived`, a caption's line is whole in each message. The hub never sees any of it.
 */
export const controlMessageSchema = z.discriminatedUnion('kind', [
  /** The id keeps one sent twice from being shown twice. */
  z.strictObject({ kind: z.literal('chat'), id: z.uuid(), text: linesSchema(longestChat).refine((text) => text.trim().length > 0, { message: 'empty' }) }),
  z.strictObject({ kind: z.literal('chatReceived'), id: z.uuid() }),
  /** Real-time text: the whole line as it stands after an edit; lines are counted from 0, `done` begins the next. */
  z.strictObject({ kind: z.literal('caption'), line: z.number().int().min(0).max(100_000), text: linesSchema(longestCaption), done: z.boolean() }),
  /** What a guest wants to be called; the hub does not know. Desk and official have their names from the hub. */
  z.strictObject({ kind: z.literal('name'), name: lineSchema({ min: 1, max: longestName }) }),
  /** What of mine is on; a line that is off stays black or silent. */
  z.strictObject({ kind: z.literal('sending'), microphone: z.boolean(), camera: z.boolean(), screen: z.boolean() }),
  /** With or without picture from now on, for both sides. Phone and link are told through the hub. */
  z.strictObject({ kind: z.literal('medium'), medium: z.enum(['video', 'audio']) }),
  /** Bytes flow again: a whole picture now, not the difference from one that never came. */
  z.strictObject({ kind: z.literal('keyFrame') }),
  /** "Show me this paper": one still picture of the camera, sharp; it comes over the papers channel. */
  z.strictObject({ kind: z.literal('stillImage') }),
  /** Somebody here signs: frames before sharpness on both sides. */
  z.strictObject({ kind: z.literal('signLanguage'), on: z.boolean() }),
  /** Points from now on, or no longer; where is in the messages of the pointer channel. */
  z.strictObject({ kind: z.literal('pointer'), on: z.boolean() }),
  /** The title is sent along so that a list that has changed meanwhile marks nothing else; `null` takes a mark back. */
  z.strictObject({ kind: z.literal('mark'), list: z.enum(['steps', 'documents']), index: z.number().int().min(0).max(59), title: lineSchema({ min: 1, max: 160 }), mark: z.enum(officialMarks).nullable() }),
  /** The resident agrees that papers are shown in this call, or no longer does. */
  z.strictObject({ kind: z.literal('papersConsent'), given: z.boolean() }),
  /** The three steps to the short code (`renderer/call/code-agreement.ts`). */
  z.strictObject({ kind: z.literal('codeCommit'), hash: hex }),
  z.strictObject({ kind: z.literal('codeNonce'), nonce: hex }),
  z.strictObject({ kind: z.literal('codeReveal'), nonce: hex }),
  z.strictObject({ kind: z.literal('bye'), reason: z.enum(['hung-up', 'medium-changed', 'rebuild']) }),
]);
export type ControlMessage = z.infer<typeof controlMessageSchema>;

/** Longest message as it travels, in UTF-16 units: chat in characters that JSON writes as six. */
const longestText = 4_000;

/** A control message, or `undefined` for anything else, however malformed. */
export function readControlMessage(data: unknown): ControlMessage | undefined {
  if (typeof data !== 'string' || data.length > longestText) return undefined;
  try {
    return controlMessageSchema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
