import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mimeOfBytes, mimeOfName, paperMimes, paperProblem } from '../../../shared/call/paper-kind.ts';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const join = (...parts: readonly (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const word = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

const pdf = ascii('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n');
const chunk = (name: string, body: readonly number[]) => [...word(body.length), ...ascii(name), ...body, 0, 0, 0, 0];
const png = (width: number, height: number, chunks: readonly number[] = [...chunk('IDAT', [1, 2, 3]), ...chunk('IEND', [])]) =>
  join([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], chunk('IHDR', [...word(width), ...word(height), 8, 2, 0, 0, 0]), chunks);
const jpeg = (width: number, height: number, end: readonly number[] = [0xff, 0xd9]) =>
  join([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xff, 0xc4, 0, 4, 9, 9], [0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0], [0xff, 0xda, 0, 2, 5, 6, 7], end);

const whole = { 'application/pdf': pdf, 'image/png': png(800, 600), 'image/jpeg': jpeg(800, 600) };

describe('whole papers', () => {
  test.each(paperMimes)('%s', (mime) => expect([mimeOfBytes(whole[mime]), paperProblem(whole[mime], mime)]).toEqual([mime, null]));
  test.each(paperMimes)('%s under another name is not what it says', (mime) => {
    for (const claimed of paperMimes.filter((other) => other !== mime)) expect(paperProblem(whole[mime], claimed)).toBe('not-what-it-says');
  });
  test('a JPEG filled up with zeros by a scanner', () => expect(paperProblem(jpeg(10, 10, [0xff, 0xd9, 0, 0, 0, 10]), 'image/jpeg')).toBeNull());
});

describe('what is refused', () => {
  test.each([
    ['a programme', ascii('MZ\u0090\u0000'), 'application/pdf', 'wrong-type'],
    ['a page of the web', ascii('<html><script>'), 'image/png', 'wrong-type'],
    ['an archive', ascii('PK\u0003\u0004'), 'application/pdf', 'wrong-type'],
    ['nothing', new Uint8Array(), 'application/pdf', 'wrong-type'],
    ['a picture that claims to be a page of the web', whole['image/png'], 'text/html', 'wrong-type'],
    ['something before the PDF', join([32], pdf), 'application/pdf', 'wrong-type'],
    ['a PDF without its end', pdf.subarray(0, 30), 'application/pdf', 'damaged'],
    ['a JPEG without its end', jpeg(10, 10, []), 'image/jpeg', 'damaged'],
    ['a JPEG with an archive behind it', jpeg(10, 10, [0xff, 0xd9, ...ascii('PK\u0003\u0004')]), 'image/jpeg', 'damaged'],
    ['a JPEG without a size', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9), 'image/jpeg', 'damaged'],
    ['a PNG without its end', png(10, 10, chunk('IDAT', [1])), 'image/png', 'damaged'],
    ['a PNG with a page of the web behind it', join(png(10, 10), ascii('<script>')), 'image/png', 'damaged'],
    ['a PNG whose pieces lead nowhere', png(10, 10, [0xff, 0xff, 0xff, 0xff, ...ascii('IDAT'), 0, 0, 0, 0]), 'image/png', 'damaged'],
    ['a PNG of nothing', png(0, 10), 'image/png', 'damaged'],
    ['a PNG too wide', png(20_001, 10), 'image/png', 'picture-too-large'],
    ['a PNG that unpacks to gigabytes', png(20_000, 20_000), 'image/png', 'picture-too-large'],
    ['a JPEG too large', jpeg(65_535, 65_535), 'image/jpeg', 'picture-too-large'],
  ] as const)('%s', (_what, bytes, claimed, problem) => expect(paperProblem(bytes, claimed)).toBe(problem));

  it('every paper cut short, wherever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paperMimes), fc.double({ min: 0, max: 0.98, noNaN: true }), (mime, share) => {
        const bytes = whole[mime];
        expect(paperProblem(bytes.subarray(0, Math.floor(bytes.length * share)), mime)).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('nothing is thrown, whatever the bytes after a right beginning', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paperMimes), fc.integer({ min: 0, max: 60 }), fc.uint8Array({ maxLength: 80 }), (mime, kept, rest) => {
        expect([null, 'wrong-type', 'damaged', 'picture-too-large', 'not-what-it-says']).toContain(paperProblem(join(whole[mime].subarray(0, kept), rest), mime));
      }),
      { numRuns: 10_000 },
    );
  });
});

test.each([
  ['verbale.pdf', 'application/pdf'],
  ['Foto.JPG', 'image/jpeg'],
  ['foto.jpeg', 'image/jpeg'],
  ['scansione.png', 'image/png'],
  ['verbale.pdf.exe', undefined],
  ['pdf', undefined],
])('%s says it is %s', (name, mime) => expect(mimeOfName(name)).toBe(mime));
