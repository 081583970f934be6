import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks one line on the terminal. */
export async function askLine(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const line = await terminal.question(question);
  terminal.close();
  return line.trim();
}

/** Asks one line that is not shown while it is typed. */
export async function askSecret(question: string): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  const line = await terminal.question('');
  terminal.close();
  process.stdout.write('\n');
  return line;
}
