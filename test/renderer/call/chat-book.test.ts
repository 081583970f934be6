import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChatBook } from '../../../renderer/call/chat/chat-book.ts';
import type { ChatLink } from '../../../renderer/call/chat/chat-book.ts';
import type { ControlMessage } from '../../../shared/call/control-message.ts';

type Listener = Parameters<ChatLink['listen']>[0];

/** Two books over a pair of links that lose everything while the connection is broken. */
function twoBooks() {
  const line = { up: true };
  const ends: Listener[][] = [[], []];
  const link = (mine: number): ChatLink => ({
    say: (message: ControlMessage) => {
      if (line.up) for (const listener of ends[1 - mine] ?? []) listener.said(message);
    },
    listen: (listener) => {
      ends[mine]?.push(listener);
      return () => undefined;
    },
  });
  let ids = 0;
  const books = [0, 1].map((mine) => {
    const book = new ChatBook(link(mine), () => `id ${(ids += 1)}`);
    book.attach();
    return book;
  }) as [ChatBook, ChatBook];
  const rebuilt = () => {
    line.up = true;
    for (const end of ends) for (const listener of end) listener.built();
  };
  return { books, cut: () => (line.up = false), rebuilt };
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
