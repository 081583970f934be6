import { describe, expect, test } from 'vitest';
import { CodeAgreement } from '../../../renderer/call/code-agreement.ts';
import type { ControlMessage } from '../../../shared/call/control-message.ts';

const callId = '6f1b6d0e-4d9b-4d55-8a3c-0e7a7a3f4b11';

/** One end of a control channel: what it says is kept until `deliver`. */
class End {
  readonly said: ControlMessage[] = [];
  readonly codes: (string | undefined)[] = [];
  readonly agreement: CodeAgreement;
  prints: { mine: string; theirs: string } | undefined;
  described: Promise<void> = Promise.resolve();

  constructor(first: boolean, mine: string, theirs: string) {
    this.prints = { mine, theirs };
    this.agreement = new CodeAgreement({ callId, first, say: (message) => this.said.push(message), described: () => this.described, fingerprints: () => this.prints, onCode: (code) => this.codes.push(code) });
  }
  get code(): string | undefined {
    return this.codes.at(-1);
  }
}

/** Carries what was said back and forth until nobody says anything more; `lost` keeps some back for good. */
async function talk(left: End, right: End, lost: (message: ControlMessage) => boolean = () => false): Promise<void> {
  while (left.said.length + right.said.length > 0) {
    for (const message of left.said.splice(0)) if (!lost(message)) await right.agreement.take(message);
    for (const message of right.said.splice(0)) if (!lost(message)) await left.agreement.take(message);
  }
}

const begin = (...ends: readonly End[]): Promise<unknown> => Promise.all(ends.map(({ agreement }) => agreement.begin()));
const desk = (mine = 'sha-256 AA', theirs = 'sha-256 BB'): End => new End(true, mine, theirs);
const official = (mine = 'sha-256 BB', theirs = 'sha-256 AA'): End => new End(false, mine, theirs);

test('both sides come to the same six digits', async () => {
  const [left, right] = [desk(), official()];
  await begin(left, right);
  await talk(left, right);
  expect(left.code).toMatch(/^\d{6}$/);
  expect(right.code).toBe(left.code);
});

describe.each([['first', 0], ['second', 1]] as const)('a channel of the %s side that opens before its page knows the descriptions', (_side, place) => {
  /** Both begin, one of them knowing nothing of its connection at first. */
  async function beginLate(left: End, right: End): Promise<void> {
    const late = [left, right][place] ?? left;
    const { prints } = late;
    const { promise, resolve } = Promise.withResolvers<void>();
    Object.assign(late, { prints: undefined, described: promise });
    const begun = begin(left, right);
    const talked = talk(left, right);
    late.prints = prints;
    resolve();
    await Promise.all([begun, talked]);
    await talk(left, right);
  }
  test('comes to the code all the same', async () => {
    const [left, right] = [desk(), official()];
    await beginLate(left, right);
    expect(left.code).toMatch(/^\d{6}$/);
    expect(right.code).toBe(left.code);
  });

  test('keeps the code of the connection before', async () => {
    const [left, right] = [desk(), official()];
    await begin(left, right);
    await talk(left, right);
    const { code } = left;
    await beginLate(left, right);
    expect([left.code, right.code]).toEqual([code, code]);
  });
});

test('what came over a connection that is gone when its turn comes is not answered over the next', async () => {
  const right = official();
  await begin(right);
  await right.agreement.take({ kind: 'codeCommit', hash: '1'.repeat(64) }, () => false);
  expect(right.said).toEqual([]);
});

test('another certificate at either side is another code, although the chance is the same', async () => {
  const codes = new Set<string | undefined>();
  for (const seen of ['sha-256 BB', 'sha-256 CC', 'sha-256 DD']) {
    const [left, right] = [desk('sha-256 AA', seen), official()];
    await begin(left, right);
    await talk(left, right);
    codes.add(left.code).add(right.code);
  }
  expect(codes.size).toBe(5);
});

test('a connection built anew keeps the code of the first', async () => {
  const [left, right] = [desk(), official()];
  await begin(left, right);
  await talk(left, right);
  const { code } = left;
  await begin(left, right);
  await talk(left, right);
  expect([left.code, right.code]).toEqual([code, code]);
});

test('a code that stood while there was no connection is shown again by the next', async () => {
  const [left, right] = [desk(), official()];
  await begin(left, right);
  await talk(left, right);
  const { code, prints } = left;
  left.prints = undefined;
  await begin(left);
  expect(left.code).toBeUndefined();
  left.prints = prints;
  left.said.splice(0);
  right.codes.push(undefined);
  await begin(left, right);
  await talk(left, right);
  expect([left.code, right.code]).toEqual([code, code]);
});

test('where the last word was lost with the connection, the next one brings both to a code', async () => {
  const [left, right] = [desk(), official()];
  await begin(left, right);
  await talk(left, right, ({ kind }) => kind === 'codeReveal');
  expect(right.code).toBeUndefined();
  await begin(left, right);
  await talk(left, right);
  expect(right.code).toMatch(/^\d{6}$/);
  expect(left.code).toBe(right.code);
});

test('whoever reveals something else than was committed to gets no code', async () => {
  const [left, right] = [desk(), official()];
  await begin(left, right);
  await talk(left, right, ({ kind }) => kind === 'codeReveal');
  await right.agreement.take({ kind: 'codeReveal', nonce: '0'.repeat(32) });
  expect(right.code).toBeUndefined();
});

test('a nonce is told for one commitment a connection: nobody can ask until the code suits them', async () => {
  const right = official();
  await begin(right);
  for (const digit of ['1', '2', '3']) await right.agreement.take({ kind: 'codeCommit', hash: digit.repeat(64) });
  expect(right.said.map(({ kind }) => kind)).toEqual(['codeNonce']);
});

test('the first side reveals once a connection', async () => {
  const left = desk();
  await begin(left);
  for (const digit of ['1', '2', '3']) await left.agreement.take({ kind: 'codeNonce', nonce: digit.repeat(32) });
  expect(left.said.map(({ kind }) => kind)).toEqual(['codeCommit', 'codeReveal']);
});

test('a page loaded anew has a new certificate, and both come to another code', async () => {
  const [left, right] = [desk(), official()];
  await begin(left, right);
  await talk(left, right);
  const before = left.code;
  const again = official('sha-256 EE');
  left.prints = { mine: 'sha-256 AA', theirs: 'sha-256 EE' };
  await begin(left, again);
  await talk(left, again);
  expect(left.code).toBe(again.code);
  expect(left.code).not.toBe(before);
});
