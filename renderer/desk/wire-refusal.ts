import type { RefusalCode, Reply } from '../../shared/desk/refusal.ts';
import { largestCallBytes } from '../../shared/desk/wire-limits.ts';

/** The two refusals a wire gives by itself, without asking the desk. */
export type WireRefusalCode = Extract<RefusalCode, 'connection-lost' | 'too-large'>;

/** The sentences of those two, given by whoever makes the wire. */
export type WireSentences = Readonly<Record<WireRefusalCode, string>>;

export const wireRefusal = (code: WireRefusalCode, sentences: WireSentences): Reply<never> => ({ ok: false, code, sentence: sentences[code] });

/** The input as JSON; what JSON cannot say becomes `null`, for the gate to refuse. */
export function inputJson(input: unknown): string {
  try {
    return JSON.stringify(input) ?? 'null';
  } catch {
    return 'null';
  }
}

/** Whether the gate would refuse an input, given as JSON, for its size. */
export const isTooLarge = (json: string): boolean => new TextEncoder().encode(json).length > largestCallBytes;
