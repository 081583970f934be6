import { z } from 'zod';
import { personalDataIn } from '../hub/personal-data-guard.ts';
import { lineSchema } from '../text/written-text.ts';

/** Largest paper, in bytes. */
export const largestPaper = 50 * 1024 * 1024;
/** Largest piece of a paper in one frame, in bytes; smaller on a weak line, where a piece must not keep sound waiting. */
export const largestChunk = 16 * 1024;

/** Why a paper was not taken. The words are in `locales/<lang>/call.json`. */
export const paperRefusals = ['too-large', 'wrong-type', 'not-what-it-says', 'damaged', 'picture-too-large', 'hash-mismatch', 'no-consent', 'no-room', 'not-the-same'] as const;
export type PaperRefusal = (typeof paperRefusals)[number];

const paperId = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.number().int().min(0).max(largestPaper);

/** A paper announced. The label says what it is ("verbale di invalidità"), not whose. */
export const paperOfferSchema = z.strictObject({
  type: z.literal('offer'),
  paperId,
  label: lineSchema({ min: 1, max: 80 }).refine((text) => personalDataIn(text) === undefined, { message: 'personal-data' }),
  mime: z.string().max(100),
  bytes: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  sha256,
  pages: z.number().int().min(1).max(9_999).nullable(),
});
export type PaperOffer = z.infer<typeof paperOfferSchema>;

/** What the side that receives a paper says of it. */
const receiverFrames = [
  /** Send, beginning with this byte: the answer to an offer, and to a piece that does not join on. */
  z.strictObject({ type: z.literal('accept'), paperId, from: position }),
  /** All bytes before this one are here. */
  z.strictObject({ type: z.literal('ack'), paperId, upTo: position }),
  /** The whole paper is here and is the one that was offered. */
  z.strictObject({ type: z.literal('receipt'), paperId }),
  /** It was opened on screen. */
  z.strictObject({ type: z.literal('seen'), paperId }),
  z.strictObject({ type: z.literal('refusal'), paperId, reason: z.enum(paperRefusals) }),
] as const;
/** Either side; what had arrived is dropped. */
const cancelFrame = z.strictObject({ type: z.literal('cancel'), paperId });

export const paperFrameSchema = z.discriminatedUnion('type', [paperOfferSchema, cancelFrame, ...receiverFrames]);
export type PaperFrame = z.infer<typeof paperFrameSchema>;

/** A piece of a paper, from its byte `offset` on. */
export interface PaperChunk {
  readonly paperId: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const version = 1;
const headerBytes = 21;

/** A piece as it travels: version, paper (16 bytes), offset (4 bytes, the high one first), bytes. */
export function encodeChunk({ paperId: id, offset, bytes }: PaperChunk): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(headerBytes + bytes.length);
  frame[0] = version;
  frame.set(idBytes(id), 1);
  new DataView(frame.buffer).setUint32(17, offset);
  frame.set(bytes, headerBytes);
  return frame;
}

/** Reads a piece; `undefined` for what no side of this program sends. The bytes are a view of the frame. */
export function decodeChunk(frame: Uint8Array): PaperChunk | undefined {
  const length = frame.length - headerBytes;
  if (frame[0] !== version || length < 1 || length > largestChunk) return undefined;
  const offset = new DataView(frame.buffer, frame.byteOffset).getUint32(17);
  const id = idText(frame.subarray(1, 17));
  return offset + length <= largestPaper && paperId.safeParse(id).success ? { paperId: id, offset, bytes: frame.subarray(headerBytes) } : undefined;
}

const idBytes = (id: string): readonly number[] => (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

function idText(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const largestFrameText = 2_000;

/** Reads a frame of text; `undefined` for what no side of this program sends. */
export function readPaperFrame(text: string): PaperFrame | undefined {
  if (text.length > largestFrameText) return undefined;
  try {
    return paperFrameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
