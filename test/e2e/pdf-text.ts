import { inflateSync } from 'node:zlib';

/** What a PDF as Chromium writes it says: size of its pages in points, and their words without white space. */
export interface PdfText {
  readonly pages: readonly (readonly [width: number, height: number])[];
  readonly words: string;
}

const hex = (text: string) => Number.parseInt(text, 16);

/** Every stream of the file, unpacked. */
function streamsOf(file: string): ReadonlyMap<string, string> {
  const objects = file.matchAll(/(\d+) 0 obj\n(<<(?:(?!endobj)[^])*?>>) stream\n/g);
  return new Map(
    [...objects].map(([whole, id = '', head = ''], index, all) => {
      const start = (all[index]?.index ?? 0) + whole.length;
      const packed = file.slice(start, start + Number(/\/Length (\d+)/.exec(head)?.[1]));
      const isPacked = head.includes('/FlateDecode');
      return [id, isPacked ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed];
    }),
  );
}

/** The letters of a font's glyphs, from its ToUnicode table. */
function lettersOf(table: string): ReadonlyMap<number, string> {
  const single = [...table.matchAll(/^<(\w{4})> <(\w{4,})>$/gm)].map(([, glyph = '', letter = '']): [number, string] => [
    hex(glyph),
    String.fromCodePoint(...(letter.match(/\w{4}/g) ?? []).map(hex)),
  ]);
  const ranges = [...table.matchAll(/^<(\w{4})> <(\w{4})> <(\w{4})>$/gm)].flatMap(([, from = '', to = '', first = '']) =>
    Array.from({ length: hex(to) - hex(from) + 1 }, (_, step): [number, string] => [hex(from) + step, String.fromCodePoint(hex(first) + step)]),
  );
  return new Map([...single, ...ranges]);
}

/** Reads the words of every page, font by font, in the order they were drawn. */
export function readPdf(pdf: Buffer): PdfText {
  const file = pdf.toString('latin1');
  const streams = streamsOf(file);
  const fonts = new Map(
    [...file.matchAll(/\/F(\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const table = new RegExp(`\\n${id} 0 obj\\n<<[^>]*/ToUnicode (\\d+) 0 R`).exec(file)?.[1] ?? '';
      return [name, lettersOf(streams.get(table) ?? '')];
    }),
  );
  const drawn = [...streams.values()].filter((stream) => stream.includes(' Tf')).join('\n');
  let letters: ReadonlyMap<number, string> | undefined;
  let words = '';
  for (const [, font, glyphs = ''] of drawn.matchAll(/\/F(\d+) [\d.]+ Tf|<(\w+)>/g)) {
    if (font !== undefined) letters = fonts.get(font);
    else for (const glyph of glyphs.match(/\w{4}/g) ?? []) words += letters?.get(hex(glyph)) ?? '';
  }
  const boxes = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return { pages: boxes.map(([, width, height]) => [Number(width), Number(height)] as const), words: words.replace(/\s/g, '') };
}

/** Words as `readPdf` gives them, to look for. */
export const withoutSpaces = (text: string): string => text.replace(/\s/g, '');
