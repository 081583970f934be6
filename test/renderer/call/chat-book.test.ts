import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChatBook } from '../../../renderer/call/chat/chat-book.ts';
import type { Author } from '../../../renderer/call/chat/chat-book.ts';

const authors = {
  desk: { party: 'desk', role: 'desk', name: 'Comune di Prova' },
  official: { party: 'official', role: 'official', name: 'Ivo Prova' },
  'guest-1': { party: 'guest-1', role: 'interpreter', name: 'Ana Prova' },
} as const satisfies Record<string, Author>;
type Name = keyof typeof authors;
const names: readonly Name[] = ['desk', 'official', 'guest-1'];

/** Three books, each with a line to the two others that can be cut and built anew. */
function threeBooks() {
  const cut = new Set<string>();
  const pair = (one: string, other: string) => [one, other].sort().join(' ');
  let ids = 0;
  const books = {} as Record<Name, ChatBook>;
  for (const name of names)
    books[name] = new ChatBook((to, message) => cut.has(pair(name, to)) || books[to as Name].take(authors[name], message), () => `id ${(ids += 1)}`);
  const rebuilt = (one: Name, other: Name) => {
    cut.delete(pair(one, other));
    books[one].sayAgain(other);
    books[other].sayAgain(one);
  };
  const meet = (one: Name, other: Name) => {
    books[one].join(other);
    books[other].join(one);
  };
  return { books, meet, cut: (one: Name, other: Name) => void cut.add(pair(one, other)), rebuilt };
}

function allMet() {
  const three = threeBooks();
  for (const [one, other] of pairs) three.meet(one, other);
  return three;
}
const pairs: readonly (readonly [Name, Name])[] = [['desk', 'official'], ['desk', 'guest-1'], ['official', 'guest-1']];
const textsOf = (book: ChatBook, from?: Name) => book.snapshot().lines.filter((line) => line.from?.party === from).map(({ text }) => text);

describe('what is written in a call', () => {
  test('reaches everybody, with the name of who wrote it', () => {
    const { books } = allMet();
    books['guest-1'].write('Traduco dall’albanese.');
    for (const name of ['desk', 'official'] as const) expect(books[name].snapshot().lines).toMatchObject([{ text: 'Traduco dall’albanese.', from: { name: 'Ana Prova', role: 'interpreter' } }]);
    expect(books['guest-1'].snapshot().lines).toMatchObject([{ from: undefined, missing: [] }]);
  });

  test('written while one line is broken arrives at the others at once, and over the next connection, once', () => {
    const { books, cut, rebuilt } = allMet();
    cut('desk', 'official');
    books.desk.write('Quale documento serve?');
    expect(textsOf(books['guest-1'], 'desk')).toEqual(['Quale documento serve?']);
    expect(books.desk.snapshot().lines).toMatchObject([{ missing: ['official'] }]);
    rebuilt('desk', 'official');
    rebuilt('desk', 'official');
    expect(textsOf(books.official, 'desk')).toEqual(['Quale documento serve?']);
    expect(books.desk.snapshot().lines).toMatchObject([{ missing: [] }]);
  });

  test('is not told to who joins later, and waits for nobody who has left', () => {
    const { books, meet, cut, rebuilt } = threeBooks();
    meet('desk', 'official');
    books.desk.write('Prima.');
    meet('desk', 'guest-1');
    rebuilt('desk', 'guest-1');
    expect(textsOf(books['guest-1'], 'desk')).toEqual([]);
    cut('desk', 'guest-1');
    books.desk.write('Dopo.');
    expect(books.desk.snapshot().lines.at(-1)).toMatchObject({ missing: ['guest-1'] });
    books.desk.leave('guest-1');
    expect(books.desk.snapshot().lines.at(-1)).toMatchObject({ missing: [] });
  });

  test('keeps the name of who wrote it when another has their place', () => {
    const { books } = allMet();
    books['guest-1'].write('Arrivederci.');
    books.desk.leave('guest-1');
    books.desk.join('guest-1');
    books.desk.take({ party: 'guest-1', role: 'relative', name: 'Lea Prova' }, { kind: 'chat', id: 'new', text: 'Buongiorno.' });
    expect(books.desk.snapshot().lines.map(({ from }) => from?.name)).toEqual(['Ana Prova', 'Lea Prova']);
  });

  test('whatever breaks, everybody ends with every line once, each author’s own in order', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), by: fc.constantFrom(...names) }),
      fc.record({ do: fc.constantFrom('cut' as const, 'rebuilt' as const), between: fc.constantFrom(...pairs) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { books, cut, rebuilt } = allMet();
        const written: Record<Name, string[]> = { desk: [], official: [], 'guest-1': [] };
        for (const [index, one] of steps.entries()) {
          if (one.do === 'write') {
            written[one.by].push(`line ${index}`);
            books[one.by].write(`line ${index}`);
          } else (one.do === 'cut' ? cut : rebuilt)(...one.between);
        }
        for (const between of pairs) rebuilt(...between);
        for (const reader of names) for (const writer of names) expect(textsOf(books[reader], reader === writer ? undefined : writer)).toEqual(written[writer]);
        expect(names.flatMap((name) => books[name].snapshot().lines).every(({ missing }) => missing.length === 0)).toBe(true);
      }),
    );
  });

  test('a caption grows as it is typed; a finished one stays above the next, each with who types', () => {
    const { books } = allMet();
    books.desk.caption('Buon', false);
    books['guest-1'].caption('Dice', false);
    books.desk.caption('Buongiorno', true);
    books.desk.caption('Serve', false);
    expect(books.official.snapshot().captions.map(({ from, text }) => [from.party, text])).toEqual([['desk', 'Buongiorno'], ['guest-1', 'Dice'], ['desk', 'Serve']]);
  });
});
