import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeChunk, encodeChunk, largestChunk, largestPaper, readPaperFrame } from '../../../shared/call/paper-frames.ts';
import { offerOf } from './papers.ts';

const offer = offerOf(new Uint8Array(3));

describe('pieces', () => {
  const chunk = fc.record({ paperId: fc.uuid(), offset: fc.integer({ min: 0, max: largestPaper - 300 }), bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }) });

  it('arrive as they were sent, wherever in a buffer they lie', () => {
    fc.assert(
      fc.property(chunk, fc.integer({ min: 0, max: 9 }), (piece, before) => {
        const frame = encodeChunk(piece);
        const inside = new Uint8Array(before + frame.length);
        inside.set(frame, before);
        expect(decodeChunk(inside.subarray(before))).toEqual(piece);
      }),
      { numRuns: 10_000 },
    );
  });

  it('are not read out of anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (random, versioned) => {
        const bytes = versioned ? Uint8Array.of(1, ...random) : random;
        const piece = decodeChunk(bytes);
        expect(piece === undefined || isDeepStrictEqual(encodeChunk(piece), bytes)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  test('may be so large and no larger, and end inside the largest paper', () => {
    const piece = (offset: number, length: number) => decodeChunk(encodeChunk({ paperId: offer.paperId, offset, bytes: new Uint8Array(length) }))?.offset;
    expect([piece(7, largestChunk), piece(7, largestChunk + 1), piece(7, 0)]).toEqual([7, undefined, undefined]);
    expect([piece(largestPaper - 5, 5), piece(largestPaper - 5, 6)]).toEqual([largestPaper - 5, undefined]);
  });
});

describe('frames of text', () => {
  const { paperId } = offer;
  test.each([
    offer,
    { type: 'accept', paperId, from: 0 },
    { type: 'ack', paperId, upTo: 16_384 },
    { type: 'receipt', paperId },
    { type: 'seen', paperId },
    { type: 'refusal', paperId, reason: 'too-large' },
    { type: 'cancel', paperId },
  ])('$type is read', (frame) => expect(readPaperFrame(JSON.stringify(frame))).toEqual(frame));

  test.each([
    ['no JSON', '{'],
    ['an unknown type', JSON.stringify({ type: 'burn', paperId })],
    ['one field too many', JSON.stringify({ type: 'receipt', paperId, name: 'Rossi' })],
    ['a position beyond the largest paper', JSON.stringify({ type: 'ack', paperId, upTo: largestPaper + 1 })],
    ['a reason of no list', JSON.stringify({ type: 'refusal', paperId, reason: 'tired' })],
    ['an empty paper', JSON.stringify({ ...offer, bytes: 0 })],
    ['no hash', JSON.stringify({ ...offer, sha256: 'abc' })],
    ['a label with a codice fiscale', JSON.stringify({ ...offer, label: 'Carta RSSMRA80A01H501U' })],
    ['a very long text', JSON.stringify({ ...offer, label: 'x'.repeat(3_000) })],
  ])('%s is not', (_what, text) => expect(readPaperFrame(text)).toBeUndefined());

  it('whatever is sent, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readPaperFrame(text)).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });
});
