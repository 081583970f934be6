import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../resources/locales/it');

/** What is settled to be called in one way, and the other ways it was called. */
const settled = [
  { say: 'sospesa', never: /in sospeso|metti da parte|sessione .*messa da parte/i },
  { say: 'anonima', never: /persona anonima|sessione senza nome/i },
  { say: 'nome non indicato', never: /persona non indicata|^senza nome$/i },
  { say: 'numeri ottenuti', never: /numeri dati dal sito/i },
  // The list of the sessions, and the Comune's own; never the file the desk keeps.
  { say: 'dati dello sportello', never: /(?<!^|d’|in |nell’|all’|per l’)archivio/i },
] as const;

const sentencesIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : [];

test.each(settled)('one idea has one word on every screen: $say', ({ say, never }) => {
  const sentences = readdirSync(folder).flatMap((name) => sentencesIn(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  expect(sentences.filter((sentence) => never.test(sentence))).toEqual([]);
  expect(sentences.some((sentence) => sentence.toLowerCase().includes(say))).toBe(true);
});
