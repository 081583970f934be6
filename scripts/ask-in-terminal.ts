import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Nothing more comes from the keyboard, or from whatever feeds this command. */
export class InputEnded extends Error {}

/**
 * Asks on the terminal, one question after the other. One reader for all of them: answers that come down a pipe arrive
 * together, and a second reader would never see what the first has taken.
 */
export class Terminal {
  readonly #reader: Interface;
  readonly #lines: AsyncIterator<string>;
  #silent = false;

  constructor() {
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!this.#silent) process.stdout.write(chunk);
        done();
      },
    });
    this.#reader = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** Asks one line. @throws InputEnded */
  async askLine(question: string): Promise<string> {
    this.#reader.setPrompt(question);
    this.#reader.prompt();
    return (await this.#next()).trim();
  }

  /** Asks one line that is not shown while it is typed. @throws InputEnded */
  async askSecret(question: string): Promise<string> {
    process.stdout.write(question);
    this.#silent = true;
    this.#reader.setPrompt('');
    const line = await this.#next();
    this.#silent = false;
    process.stdout.write('\n');
    return line;
  }

  close(): void {
    this.#reader.close();
  }

  async #next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new InputEnded();
    return value;
  }
}
