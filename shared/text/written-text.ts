import { z } from 'zod';

/** White space of any kind, and the braille blank, which is drawn as one. */
const blank = /[\s\u0085\u2800]/gu;

/**
 * What is never drawn and yet changes what is: control characters, direction overrides, zero-width characters, fillers, and
 * code points nobody may exchange (lone surrogates, private use). A name with one in it looks like another name, turns the
 * line it stands in around, or is not found by who types what they see.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text typed or pasted into a field of one line, as it is kept: only what can be seen, each run of blanks one space, accents
 * composed (NFC). Screens ask it too before they call a field empty. What it gives back it leaves as it is.
 */
export function oneLine(text: string): string {
  return text.replaceAll(blank, ' ').replaceAll(unseen, '').normalize('NFC').replaceAll(/ {2,}/g, ' ').trim();
}

/** Text of several lines, as it is kept: line ends are `\n`, blanks stay, the unseen goes. Not trimmed: a note is saved while it is written. */
export function severalLines(text: string): string {
  const lines = text.replaceAll(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').split('\n');
  return lines.map((line) => line.replaceAll(blank, ' ').replaceAll(unseen, '')).join('\n').normalize('NFC');
}

/** A field of one line of so many characters, counted once it is as it will be kept. */
export const lineSchema = (length: { readonly min?: number; readonly max: number }) =>
  z.string().overwrite(oneLine).min(length.min ?? 0).max(length.max);

/** A field of several lines, at most so many characters. */
export const linesSchema = (max: number) => z.string().overwrite(severalLines).max(max);
