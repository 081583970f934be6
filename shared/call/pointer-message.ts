import { z } from 'zod';

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

/** Where somebody points, or `undefined` for anything else, however malformed. */
export function readPointerMessage(data: unknown): PointerMessage | undefined {
  if (typeof data !== 'string' || data.length > longestPointer) return undefined;
  try {
    return pointerMessageSchema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
