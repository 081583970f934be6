import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChatBook } from '../../../renderer/call/chat/chat-book.ts';

/** Two books whose words get lost while the connection between them is broken. */
function twoBooks() {
  const connection = { up: true };
  const books: ChatBook[] = [];
  let ids = 0;
  const book = (peer: number) => new ChatBook((message) => connection.up && books[peer]?.take(message), () => `id ${(ids += 1)}`);
  const both: [ChatBook, ChatBook] = [book(1), book(0)];
  books.push(...both);
  const rebuilt = () => {
    connection.up = true;
    for (const each of both) each.sayAgain();
  };
  return { books: both, cut: () => (connection.up = false), rebuilt };
}

describe('what is written in a call', () => {
  test('a line written while the connection is broken arrives over the next, once', () => {
    const { books, cut, rebuilt } = twoBooks();
    cut();
    books[0].write('Quale documento serve?');
    expect(books[0].snapshot().lines).toMatchObject([{ mine: true, received: false }]);
    rebuilt();
    rebuilt();
    expect(books[1].snapshot().lines.map(({ text }) => text)).toEqual(['Quale documento serve?']);
    expect(books[0].snapshot().lines).toMatchObject([{ received: true }]);
  });

  test('whatever breaks, both sides end with every line once, each side its own in order', () => {
    const step = fc.oneof(fc.record({ do: fc.constant('write' as const), by: fc.constantFrom(0 as const, 1 as const) }), fc.constant({ do: 'cut' as const }), fc.constant({ do: 'rebuilt' as const }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { books, cut, rebuilt } = twoBooks();
        const written: [string[], string[]] = [[], []];
        steps.forEach((one, index) => {
          if (one.do === 'cut') cut();
          else if (one.do === 'rebuilt') rebuilt();
          else {
            written[one.by].push(`line ${index}`);
            books[one.by].write(`line ${index}`);
          }
        });
        rebuilt();
        const read = (book: ChatBook, mine: boolean) => book.snapshot().lines.filter((line) => line.mine === mine).map(({ text }) => text);
        expect(read(books[1], false)).toEqual(written[0]);
        expect(read(books[0], false)).toEqual(written[1]);
        expect([...books[0].snapshot().lines, ...books[1].snapshot().lines].every(({ received }) => received)).toBe(true);
      }),
    );
  });

  test('a caption grows as it is typed; a finished one stays above the next', () => {
    const { books } = twoBooks();
    books[0].caption('Buon', false);
    books[0].caption('Buongiorno', true);
    books[0].caption('Serve', false);
    expect(books[1].snapshot().captions).toEqual(['Buongiorno', 'Serve']);
  });
});
