import { z } from 'zod';
import { mediumSchema } from '../hub/closed-lists.ts';
import { lineSchema, linesSchema } from '../text/written-text.ts';

/** What an official may set against a step or a paper of the checklist. */
export const officialMarks = ['confirmed', 'needs-paper', 'ask-office'] as const;
export type OfficialMark = (typeof officialMarks)[number];

/** Longest chat message and longest line of captions, in characters. */
export const longestChat = 500;
export const longestCaption = 300;

/**
 * What two parties of a call tell each other over the control channel, which keeps order and loses nothing while it lives. When a
 * connection is built anew, what was under way is gone: states (`sending`, `medium`, `screen`, `papersConsent`, `mark`) are said
 * again, chat is sent again until `chatReceived`, a caption's line is whole in each message.
 */
export const controlMessageSchema = z.discriminatedUnion('type', [
  /** The id keeps one sent twice from being shown twice. */
  z.strictObject({ type: z.literal('chat'), id: z.uuid(), text: linesSchema(longestChat).refine((text) => text.trim().length > 0, { message: 'empty' }) }),
  z.strictObject({ type: z.literal('chatReceived'), id: z.uuid() }),
  /** Real-time text: the whole line as it stands after an edit; lines are counted from 0, `done` begins the next. */
  z.strictObject({ type: z.literal('caption'), line: z.number().int().min(0).max(100_000), text: linesSchema(longestCaption), done: z.boolean() }),
  /** What this side sends: false is muted, or a camera that is off. */
  z.strictObject({ type: z.literal('sending'), microphone: z.boolean(), camera: z.boolean() }),
  z.strictObject({ type: z.literal('medium'), medium: mediumSchema }),
  /** The picture cannot be drawn until a whole one comes. */
  z.strictObject({ type: z.literal('keyFrame') }),
  /** "Show me this paper": one still picture of the camera, sharp; it comes over the papers channel. */
  z.strictObject({ type: z.literal('stillImage') }),
  /** Somebody here signs: frames before sharpness on both sides. */
  z.strictObject({ type: z.literal('signLanguage'), on: z.boolean() }),
  z.strictObject({ type: z.literal('screen'), on: z.boolean() }),
  z.strictObject({ type: z.literal('pointer'), on: z.boolean() }),
  /** The title is sent along so that a list that has changed meanwhile marks nothing else; `null` takes a mark back. */
  z.strictObject({ type: z.literal('mark'), list: z.enum(['steps', 'documents']), index: z.number().int().min(0).max(59), title: lineSchema({ min: 1, max: 160 }), mark: z.enum(officialMarks).nullable() }),
  /** The resident agrees that papers are shown in this call, or no longer does. */
  z.strictObject({ type: z.literal('papersConsent'), given: z.boolean() }),
  z.strictObject({ type: z.literal('bye'), reason: z.enum(['hung-up', 'medium-changed', 'rebuild']) }),
]);
export type ControlMessage = z.infer<typeof controlMessageSchema>;

/** Longest message as it travels, in UTF-16 units: chat in characters that JSON writes as six. */
const longestText = 4_000;

export const encodeControl = (message: ControlMessage): string => JSON.stringify(message);

/** Reads a message; `undefined` for what no side of this program sends. */
export function readControl(text: string): ControlMessage | undefined {
  return text.length > longestText ? undefined : controlMessageSchema.safeParse(jsonOf(text)).data;
}

const share = z.number().min(0).max(1);

/** What is pointed at. Pages are counted from 1. */
export const pointedSurfaceSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('paper'), paperId: z.uuid(), page: z.number().int().min(1).max(9_999) }),
  /** The screen the other side shares. */
  z.strictObject({ on: z.literal('screen') }),
  /** The other side's camera picture. */
  z.strictObject({ on: z.literal('camera') }),
]);
export type PointedSurface = z.infer<typeof pointedSurfaceSchema>;

/**
 * Where somebody points, over the pointer channel, which may lose and swap: the one with the highest `count` counts. `x` and
 * `y` are shares of the surface as it was sent, from its left and its top, whatever its zoom and turn on screen; `null` is nowhere.
 */
export const pointerMessageSchema = z.strictObject({
  count: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  surface: pointedSurfaceSchema,
  at: z.strictObject({ x: share, y: share }).nullable(),
});
export type PointerMessage = z.infer<typeof pointerMessageSchema>;

const longestPointer = 300;

export const encodePointer = (message: PointerMessage): string => JSON.stringify(message);

/** Reads where somebody points; `undefined` for what no side of this program sends. */
export function readPointer(text: string): PointerMessage | undefined {
  return text.length > longestPointer ? undefined : pointerMessageSchema.safeParse(jsonOf(text)).data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
