import type { ProblemCode, ProcedureProblem } from '../procedure-problem.ts';

const deepest = 40;

type Parsed = { readonly value: unknown; readonly problems: readonly [] } | { readonly value: undefined; readonly problems: readonly ProcedureProblem[] };

/**
 * First sieve: JSON, not nested beyond reason, and no key written twice in one object (a parser would silently keep the
 * last, and a condition would be gone), none called `__proto__`.
 */
export function parseJson(file: string, text: string): Parsed {
  const broken = (code: ProblemCode, at: number, details: ProcedureProblem['details'] = {}): Parsed => ({
    value: undefined,
    problems: [{ kind: 'error', file, place: lineOf(text, at), code, details }],
  });
  const found = scanJson(text);
  if (found?.code === 'json-too-deep') return broken(found.code, found.at, { most: deepest });
  try {
    const value: unknown = JSON.parse(text);
    return found === undefined ? { value, problems: [] } : broken(found.code, found.at, { key: found.key });
  } catch (error) {
    return broken('json-broken', positionIn(error, text));
  }
}

interface Finding {
  readonly code: 'json-too-deep' | 'json-repeated-key' | 'json-forbidden-key';
  readonly at: number;
  readonly key: string;
}

/** Walks brackets and keys by hand, for every file at every start; text that is not JSON at all is left to the parser. */
function scanJson(text: string): Finding | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{' || sign === '[') open.push(new Set());
    else if (sign === '}' || sign === ']') open.pop();
    if (open.length > deepest) return { code: 'json-too-deep', at, key: '' };
    if (sign !== '"') continue;
    const end = endOfString(text, at);
    const key = isKey(text, end) ? text.slice(at + 1, end) : undefined;
    // A record's schema would leave it out without a word.
    if (key === '__proto__') return { code: 'json-forbidden-key', at, key };
    if (key !== undefined && open.at(-1)?.has(key) === true) return { code: 'json-repeated-key', at, key };
    if (key !== undefined) open.at(-1)?.add(key);
    at = end;
  }
  return undefined;
}

/** Where the quote is that ends the string opened at `start`; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

const isKey = (text: string, end: number): boolean => /^\s*:/.test(text.slice(end + 1, end + 20));

/**
 * V8 says where in its message: "… at position 12 …", or shows some text around it: "…, ..."a": 1,}"... is not valid JSON".
 * A file cut short is wrong at its end.
 */
function positionIn(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const shown = /"([^]+?)"(?:\.\.\.)? is not valid JSON$/.exec(message.replace(/^[^]*?, (?:\.\.\.)?(?=")/, ''))?.[1];
  if (position !== undefined) return Number(position);
  return shown === undefined || !text.includes(shown) ? text.length : text.indexOf(shown) + Math.floor(shown.length / 2);
}

const lineOf = (text: string, at: number): string => `riga ${text.slice(0, at).split('\n').length}`;
