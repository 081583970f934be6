import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { controlMessageSchema, longestChat, longestName, officialMarks, readControlMessage } from '../../../shared/call/control-message.ts';
import type { ControlMessage } from '../../../shared/call/control-message.ts';
import { readPointerMessage } from '../../../shared/call/pointer-message.ts';
import type { PointerMessage } from '../../../shared/call/pointer-message.ts';

/** Text as the schema keeps it: what it changes is tested with the schema of written text. */
const written = (max: number) =>
  fc.string({ unit: fc.constantFrom(...'abcÀèé€漢🙂"\\/ '), minLength: 1, maxLength: Math.floor(max / 2) }).map((text) => `x${text}x`.replaceAll(/ {2,}/g, ' ').normalize('NFC'));

const hex = fc.constantFrom(16, 32).chain((bytes) => fc.uint8Array({ minLength: bytes, maxLength: bytes })).map((bytes) => Buffer.from(bytes).toString('hex'));

const message: fc.Arbitrary<ControlMessage> = fc.oneof(
  fc.record({ kind: fc.constant('chat' as const), id: fc.uuid(), text: written(longestChat - 4) }),
  fc.record({ kind: fc.constant('chatReceived' as const), id: fc.uuid() }),
  fc.record({ kind: fc.constant('name' as const), name: written(longestName - 4) }),
  fc.record({ kind: fc.constant('caption' as const), line: fc.nat(100_000), text: written(296), done: fc.boolean() }),
  fc.record({ kind: fc.constant('sending' as const), microphone: fc.boolean(), camera: fc.boolean(), screen: fc.boolean() }),
  fc.record({ kind: fc.constant('medium' as const), medium: fc.constantFrom('video' as const, 'audio' as const) }),
  fc.constantFrom<ControlMessage>({ kind: 'keyFrame' }, { kind: 'stillImage' }),
  fc.record({ kind: fc.constantFrom('pointer' as const, 'signLanguage' as const), on: fc.boolean() }),
  fc.record({
    kind: fc.constant('mark' as const),
    list: fc.constantFrom('steps' as const, 'documents' as const),
    index: fc.nat(59),
    title: written(150),
    mark: fc.option(fc.constantFrom(...officialMarks)),
  }),
  fc.record({ kind: fc.constantFrom('codeNonce' as const, 'codeReveal' as const), nonce: hex }),
  fc.record({ kind: fc.constant('codeCommit' as const), hash: hex }),
  fc.record({ kind: fc.constant('papersConsent' as const), given: fc.boolean() }),
  fc.record({ kind: fc.constant('bye' as const), reason: fc.constantFrom('hung-up' as const, 'medium-changed' as const, 'rebuild' as const) }),
);

const pointer: fc.Arbitrary<PointerMessage> = fc.record({
  count: fc.maxSafeNat(),
  surface: fc.oneof(
    fc.record({ on: fc.constant('paper' as const), paperId: fc.uuid(), page: fc.integer({ min: 1, max: 9_999 }) }),
    fc.constantFrom({ on: 'screen' as const }, { on: 'camera' as const }),
  ),
  at: fc.option(fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs), y: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs) })),
});

it('every message of the control channel is read as it was written', () => {
  fc.assert(
    fc.property(message, (sent) => {
      expect(readControlMessage(JSON.stringify(sent))).toEqual(sent);
    }),
    { numRuns: 10_000 },
  );
});

test('each kind of message is among those tried', () => {
  const kinds = controlMessageSchema.options.map((option) => option.shape.kind.value);
  const tried = new Set(fc.sample(message, 2_000).map(({ kind }) => kind));
  expect([...tried].sort()).toEqual([...kinds].sort());
});

it('every place pointed at is read as it was written', () => {
  fc.assert(
    fc.property(pointer, (sent) => {
      expect(readPointerMessage(JSON.stringify(sent))).toEqual(sent);
    }),
    { numRuns: 10_000 },
  );
});

describe('what is not read', () => {
  const id = '3f0c9a4e-9c55-4b52-9a55-0d6f4b1a7a10';
  test.each([
    ['no JSON', '{"kind":"keyFrame"'],
    ['an unknown type', '{"kind":"format"}'],
    ['a field too many', '{"kind":"keyFrame","now":true}'],
    ['an empty chat', JSON.stringify({ kind: 'chat', id, text: ' \n ' })],
    ['a chat too long', JSON.stringify({ kind: 'chat', id, text: 'x'.repeat(longestChat + 1) })],
    ['a message too long to be looked at', JSON.stringify({ kind: 'chat', id, text: ' '.repeat(5_000) })],
    ['a mark of no list', JSON.stringify({ kind: 'mark', list: 'steps', index: 0, title: 'Domanda', mark: 'maybe' })],
    ['a mark beyond the list', JSON.stringify({ kind: 'mark', list: 'steps', index: 60, title: 'Domanda', mark: null })],
  ])('%s', (_what, text) => expect(readControlMessage(text)).toBeUndefined());

  test.each([
    ['a place off the surface', JSON.stringify({ count: 1, surface: { on: 'screen' }, at: { x: 1.01, y: 0 } })],
    ['a place that is no number', '{"count":1,"surface":{"on":"screen"},"at":{"x":null,"y":0}}'],
    ['a page nobody has', JSON.stringify({ count: 1, surface: { on: 'paper', paperId: id, page: 0 }, at: null })],
    ['a surface of no list', JSON.stringify({ count: 1, surface: { on: 'desktop' }, at: null })],
  ])('%s', (_what, text) => expect(readPointerMessage(text)).toBeUndefined());

  it('whatever arrives, nothing is thrown and nothing is made up', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((json) => `{"kind":"chat","id":"${id}","text":${json}}`)), (text) => {
        const read = readControlMessage(text);
        expect(read === undefined || controlMessageSchema.safeParse(read).success).toBe(true);
        expect(readPointerMessage(text)).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });
});

test('direction overrides and other unseen characters do not reach the screen', () => {
  const text = readControlMessage('{"kind":"chat","id":"3f0c9a4e-9c55-4b52-9a55-0d6f4b1a7a10","text":"a\\u202eb"}');
  expect(text).toEqual({ kind: 'chat', id: '3f0c9a4e-9c55-4b52-9a55-0d6f4b1a7a10', text: 'ab' });
});
