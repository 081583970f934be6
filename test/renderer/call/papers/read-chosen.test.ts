import { describe, expect, test } from 'vitest';
import { newestPapers } from '../../../../renderer/call/papers/scanner-files.ts';
import { readChosen } from '../../../../renderer/call/papers/read-chosen.ts';
import { largestPaper } from '../../../../shared/call/paper-frames.ts';

const pdf = '%PDF-1.7\nstartxref\n9\n%%EOF\n';

describe('a file chosen', () => {
  test('is taken when it is what its name says', async () => {
    expect(await readChosen(new File([pdf], 'Scansione.PDF'))).toMatchObject({ mime: 'application/pdf', from: 'file' });
  });
  test.each([
    ['another thing than its name says', new File([pdf], 'scansione.png'), 'not-what-it-says'],
    ['of a kind nobody can look at', new File(['x'], 'lettera.docx'), 'wrong-type'],
    ['with a name of a kind and no content of any', new File(['x'], 'lettera.pdf'), 'wrong-type'],
    ['cut short', new File(['%PDF-1.7\n'], 'lettera.pdf'), 'damaged'],
    ['larger than may be', Object.defineProperty(new File([pdf], 'lettera.pdf'), 'size', { value: largestPaper + 1 }), 'too-large'],
  ] as const)('is refused when it is %s', async (_what, file, refusal) => expect(await readChosen(file)).toEqual({ refusal }));
});

test('of a scanner’s folder the newest papers are listed, and nothing else of it', async () => {
  const file = (name: string, lastModified: number) => ({ kind: 'file', name, getFile: () => Promise.resolve(new File([pdf], name, { lastModified })) });
  const handles = [{ kind: 'directory', name: 'vecchie.pdf' }, file('note.txt', 99), ...Array.from({ length: 20 }, (_, age) => file(`scansione-${age}.pdf`, age))];
  const folder = { values: () => handles } as unknown as FileSystemDirectoryHandle;
  const names = (await newestPapers(folder)).map(({ name }) => name);
  expect(names).toHaveLength(12);
  expect(names.slice(0, 2)).toEqual(['scansione-19.pdf', 'scansione-18.pdf']);
});
