/** What a paper may be. */
export const paperMimes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type PaperMime = (typeof paperMimes)[number];

export const isPaperMime = (mime: string): mime is PaperMime => paperMimes.some((known) => known === mime);

/** Why a file is no paper to be sent or shown; each is also a refusal of a paper that arrived. */
export type PaperProblem = 'wrong-type' | 'not-what-it-says' | 'damaged' | 'picture-too-large';

/** Largest side and largest picture, in pixels: A3 at 600 dpi fits; what a page could not unpack does not. */
const largestSide = 20_000;
const largestPicture = 100_000_000;

/** What a file's name says it is. */
export function mimeOfName(name: string): PaperMime | undefined {
  const ending = /\.(pdf|jpe?g|png)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  return ending === 'pdf' ? 'application/pdf' : ending === 'png' ? 'image/png' : 'image/jpeg';
}

/** What a file is by its first bytes, whatever it is called. */
export function mimeOfBytes(bytes: Uint8Array): PaperMime | undefined {
  if (/^%PDF-[12]\.\d/.test(text(bytes, 0, 8))) return 'application/pdf';
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  return begins(bytes, pngSignature) ? 'image/png' : undefined;
}

/**
 * What is wrong with a file that claims to be a paper, `null` when nothing is. Looks at the frame, not at the content: the
 * right beginning and the right end, and pictures of a size a page can unpack. A file cut short is `damaged`.
 */
export function paperProblem(bytes: Uint8Array, claimed: string): PaperProblem | null {
  const real = mimeOfBytes(bytes);
  if (real === undefined || !isPaperMime(claimed)) return 'wrong-type';
  if (real !== claimed) return 'not-what-it-says';
  return { 'application/pdf': pdfProblem, 'image/jpeg': jpegProblem, 'image/png': pngProblem }[real](bytes);
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** Readers look for the end mark in the last kilobyte, and so do we. */
function pdfProblem(bytes: Uint8Array): PaperProblem | null {
  const end = text(bytes, Math.max(0, bytes.length - 1_024), bytes.length);
  return /startxref\s+\d+\s+%%EOF/.test(end) ? null : 'damaged';
}

const sizeProblem = (width: number, height: number): PaperProblem | null => {
  if (width < 1 || height < 1) return 'damaged';
  return width > largestSide || height > largestSide || width * height > largestPicture ? 'picture-too-large' : null;
};

/** Signature, IHDR, an unbroken chain of chunks, IEND as the last. */
function pngProblem(bytes: Uint8Array): PaperProblem | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 33 || view.getUint32(8) !== 13 || text(bytes, 12, 16) !== 'IHDR') return 'damaged';
  let at = 8;
  let last = '';
  while (at + 12 <= bytes.length && last !== 'IEND') {
    last = text(bytes, at + 4, at + 8);
    at += 12 + view.getUint32(at);
  }
  return last === 'IEND' && at === bytes.length ? sizeProblem(view.getUint32(16), view.getUint32(20)) : 'damaged';
}

/** From marker to marker until the one with the size; the end mark may be followed by what some scanners fill up with. */
function jpegProblem(bytes: Uint8Array): PaperProblem | null {
  let end = bytes.length;
  while (end > 2 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1;
  if (bytes[end - 2] !== 0xff || bytes[end - 1] !== 0xd9) return 'damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (at + 9 <= end && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrameMarker(marker)) return sizeProblem(view.getUint16(at + 7), view.getUint16(at + 5));
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return 'damaged';
}

/** SOF0 to SOF15 carry the size; DHT, JPG and DAC lie between them. */
const isFrameMarker = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
