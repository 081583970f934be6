import { deskApi } from '../../shared/desk/desk-api.ts';
import type { DeskInput, DeskMethod } from '../../shared/desk/desk-api.ts';
import type { DeskRole, DeskRow } from '../../shared/desk/desk-row.ts';
import { refuse } from '../../shared/desk/refusal.ts';
import type { Answer, RefusalCode, Reply } from '../../shared/desk/refusal.ts';
import { largestCallBytes } from '../../shared/desk/wire-limits.ts';
import type { Desk } from './desk-methods.ts';
import { describeCrash } from './program/describe-crash.ts';
import { invalidField } from './invalid-field.ts';
import { printTrouble } from './program/print-line.ts';
import { sentenceOf } from './sentences.ts';

const rows: { readonly [Method in DeskMethod]: DeskRow<DeskInput<Method>> } = deskApi;

/**
 * The gate: every call from every wire comes through here. Known method, size, strict shape, role, then the desk itself.
 * Answers always; what nobody expected is logged without what was typed and answered `crashed`.
 */
export async function dispatch(desk: Desk, method: string, input: unknown, log: (line: string) => void = printTrouble): Promise<Reply<unknown>> {
  if (!isDeskMethod(method)) return withSentence(refuse('unknown-method'));
  try {
    return withSentence(await guardedCall(desk, method, input));
  } catch (error) {
    log(`${method}: ${describeCrash(error)}`);
    return withSentence(refuse('crashed'));
  }
}

/** Only the table's own names: `constructor` and `__proto__` are nobody's methods. */
const isDeskMethod = (name: string): name is DeskMethod => Object.hasOwn(deskApi, name);

async function guardedCall<Method extends DeskMethod>(desk: Desk, method: Method, input: unknown): Promise<Answer<unknown>> {
  const bytes = jsonBytes(input);
  if (bytes === undefined) return refuse('invalid-input', { field: '' });
  if (bytes > largestCallBytes) return refuse('too-large');
  const row = rows[method];
  const parsed = row.input.safeParse(input);
  if (!parsed.success) return refuse('invalid-input', { field: invalidField(parsed.error) });
  const denial = denialFor(row.who, desk.seat()?.role);
  return denial === undefined ? desk.methods[method](parsed.data) : refuse(denial);
}

/** In JSON only a key reads so: a quote within a text is escaped. A record's schema would leave the key out without a word. */
const protoAsKey = '"__proto__":';

/** Size of the input as it would cross a socket; `undefined` for what JSON cannot say (a circle, nothing at all), and for `__proto__` as a key. */
function jsonBytes(input: unknown): number | undefined {
  try {
    const json = JSON.stringify(input);
    return json.includes(protoAsKey) ? undefined : Buffer.byteLength(json);
  } catch {
    return undefined;
  }
}

function denialFor(who: DeskRole, seated: 'clerk' | 'supervisor' | undefined): RefusalCode | undefined {
  switch (who) {
    case 'anyone':
      return undefined;
    case 'signed-in':
      return seated === undefined ? 'not-signed-in' : undefined;
    case 'supervisor':
      if (seated === undefined) return 'not-signed-in';
      return seated === 'supervisor' ? undefined : 'supervisor-only';
  }
}

const withSentence = <T>(given: Answer<T>): Reply<T> => (given.ok ? given : { ...given, sentence: sentenceOf(given.code, given.details) });
