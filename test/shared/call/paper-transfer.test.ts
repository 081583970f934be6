import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeChunk, encodeChunk, largestPaper, readPaperFrame } from '../../../shared/call/paper-frames.ts';
import type { PaperFrame, PaperOffer } from '../../../shared/call/paper-frames.ts';
import { bytesOf, nextReceiving, startReceiving } from '../../../shared/call/paper-receiving.ts';
import type { PaperReceiving, ReceivingEvent } from '../../../shared/call/paper-receiving.ts';
import { newSending, nextSending } from '../../../shared/call/paper-sending.ts';
import type { PaperSending, SendingEvent } from '../../../shared/call/paper-sending.ts';
import { offerOf, paperBytes, sha256Of } from './papers.ts';

type Wire = string | Uint8Array;
const ready = { consent: true, room: largestPaper };

/** Both sides of a transfer over a channel that can break at any moment. */
class Transfer {
  sender: PaperSending;
  receiver: PaperReceiving | undefined;
  out: Wire[] = [];
  back: string[] = [];
  unchecked = false;

  readonly file: Uint8Array;
  readonly problem: 'not-what-it-says' | null;

  constructor(file: Uint8Array, offer: PaperOffer = offerOf(file), problem: 'not-what-it-says' | null = null) {
    this.file = file;
    this.problem = problem;
    this.sender = newSending(offer);
  }

  send(event: SendingEvent) {
    const { state, frames, chunks } = nextSending(this.sender, event);
    this.sender = state;
    if (event.type === 'connected' || state.at !== 'apart') this.out.push(...frames.map((frame) => JSON.stringify(frame)));
    const { paperId } = state.offer;
    this.out.push(...chunks.map(({ offset, length }) => encodeChunk({ paperId, offset, bytes: this.file.slice(offset, offset + length) })));
  }

  receive(event: ReceivingEvent) {
    if (this.receiver) this.take(nextReceiving(this.receiver, event));
  }

  take(step: { state: PaperReceiving; frames: readonly PaperFrame[]; check: boolean }) {
    this.receiver = step.state;
    this.unchecked ||= step.check;
    this.back.push(...step.frames.map((frame) => JSON.stringify(frame)));
  }

  check() {
    if (!this.unchecked || !this.receiver) return;
    this.unchecked = false;
    this.receive({ type: 'checked', sha256: sha256Of(bytesOf(this.receiver)), problem: this.problem });
  }

  deliverOut(wire = this.out.shift()) {
    if (wire === undefined) return;
    if (typeof wire !== 'string') {
      const chunk = decodeChunk(wire);
      if (chunk) this.receive({ type: 'chunk', chunk });
      return;
    }
    const frame = readPaperFrame(wire);
    if (frame?.type === 'cancel') this.receive({ type: 'cancelledThere' });
    if (frame?.type !== 'offer') return;
    if (this.receiver) this.receive({ type: 'offer', offer: frame });
    else this.take(startReceiving(frame, ready));
  }

  deliverBack(text = this.back.shift()) {
    const frame = text === undefined ? undefined : readPaperFrame(text);
    if (frame) this.send({ type: 'frame', frame });
  }

  connect() {
    this.breakDown();
    this.send({ type: 'connected' });
    this.receive({ type: 'connected' });
  }

  breakDown() {
    this.out = [];
    this.back = [];
    this.send({ type: 'disconnected' });
  }

  /** Lets a line without faults do the rest. */
  finish() {
    this.connect();
    for (let round = 0; round < 2_000; round += 1) {
      this.send({ type: 'room', bytes: 4_096, largest: 512 });
      while (this.out.length > 0) this.deliverOut();
      this.check();
      while (this.back.length > 0) this.deliverBack();
      if (this.sender.at !== 'sending' && this.sender.at !== 'offered') return;
    }
  }
}

type Fault = (transfer: Transfer) => void;
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 700 }).chain((bytes) => fc.integer({ min: 1, max: 300 }).map((largest): Fault => (transfer) => transfer.send({ type: 'room', bytes, largest }))) },
  { weight: 8, arbitrary: fc.constant<Fault>((transfer) => transfer.deliverOut()) },
  { weight: 6, arbitrary: fc.constant<Fault>((transfer) => transfer.deliverBack()) },
  { weight: 2, arbitrary: fc.constant<Fault>((transfer) => transfer.check()) },
  { weight: 2, arbitrary: fc.constant<Fault>((transfer) => transfer.connect()) },
  { weight: 1, arbitrary: fc.constant<Fault>((transfer) => transfer.breakDown()) },
  // Twice the same piece, twice the same receipt.
  { weight: 1, arbitrary: fc.constant<Fault>((transfer) => transfer.out[0] !== undefined && transfer.out.unshift(transfer.out[0])) },
  { weight: 1, arbitrary: fc.constant<Fault>((transfer) => transfer.back[0] !== undefined && transfer.back.unshift(transfer.back[0])) },
  { weight: 1, arbitrary: fc.constant<Fault>((transfer) => transfer.back.reverse()) },
  { weight: 1, arbitrary: fc.constant<Fault>((transfer) => transfer.out.reverse()) },
  { weight: 1, arbitrary: fc.constant<Fault>((transfer) => transfer.out.splice(0, 1)) },
);

describe('a paper over a bad line', () => {
  it('arrives byte by byte the same, whatever breaks, doubles, is lost or swapped on the way', () => {
    fc.assert(
      fc.property(paperBytes(3_000), fc.array(fault, { maxLength: 60 }), (file, faults) => {
        const transfer = new Transfer(file);
        transfer.connect();
        for (const happen of faults) happen(transfer);
        transfer.finish();
        expect([transfer.sender.at, transfer.receiver?.at]).toEqual(['received', 'complete']);
        expect(transfer.receiver && bytesOf(transfer.receiver)).toEqual(new Uint8Array(file));
        expect(transfer.sender.confirmed).toBe(file.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('cancelled at any moment by either side is cancelled on both, and the bytes are gone', () => {
    fc.assert(
      fc.property(paperBytes(2_000), fc.array(fault, { maxLength: 30 }), fc.array(fault, { maxLength: 30 }), fc.boolean(), (file, before, after, here) => {
        const transfer = new Transfer(file);
        transfer.connect();
        for (const happen of before) happen(transfer);
        fc.pre(here || transfer.receiver !== undefined);
        if (here) transfer.send({ type: 'cancel' });
        else transfer.receive({ type: 'cancel' });
        for (const happen of after) happen(transfer);
        transfer.finish();
        transfer.finish();
        expect(transfer.receiver?.at ?? 'cancelled').toBe('cancelled');
        expect(transfer.receiver?.parts ?? []).toEqual([]);
        expect(transfer.sender.at === 'cancelled' || (!here && transfer.sender.at === 'received')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused with a reason when the bytes are not those that were announced, and never kept', () => {
    fc.assert(
      fc.property(paperBytes(2_000), fc.array(fault, { maxLength: 40 }), fc.boolean(), (file, faults, wrongHash) => {
        const offer = wrongHash ? offerOf(file, { sha256: 'a'.repeat(64) }) : offerOf(file);
        const transfer = new Transfer(file, offer, wrongHash ? null : 'not-what-it-says');
        transfer.connect();
        for (const happen of faults) happen(transfer);
        transfer.finish();
        const reason = wrongHash ? 'hash-mismatch' : 'not-what-it-says';
        expect([transfer.sender.at, transfer.sender.refusal, transfer.receiver?.at]).toEqual(['refused', reason, 'refused']);
        expect(transfer.receiver?.parts).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

const file = new Uint8Array(500).fill(7);
const sent = (...events: readonly SendingEvent[]) => {
  const transfer = new Transfer(file);
  for (const event of events) transfer.send(event);
  return transfer;
};

describe('what is refused before a byte is sent', () => {
  test.each([
    ['too-large', offerOf(file, { bytes: largestPaper + 1 }), { consent: true, room: 2 * largestPaper }],
    ['wrong-type', offerOf(file, { mime: 'text/html' }), ready],
    ['no-consent', offerOf(file), { ...ready, consent: false }],
    ['no-room', offerOf(file), { ...ready, room: 499 }],
  ] as const)('%s', (reason, offer, readiness) => {
    const { state, frames } = startReceiving(offer, readiness);
    expect([state.at, frames]).toEqual(['refused', [{ type: 'refusal', paperId: offer.paperId, reason }]]);
  });
  test('the largest paper is taken', () => expect(startReceiving(offerOf(file, { bytes: largestPaper }), ready).state.at).toBe('receiving'));
});

describe('progress', () => {
  test('after a break it goes on from the last byte that is there', () => {
    const transfer = sent({ type: 'connected' });
    transfer.deliverOut();
    transfer.deliverBack();
    transfer.send({ type: 'room', bytes: 200, largest: 100 });
    transfer.deliverOut();
    transfer.connect();
    transfer.deliverOut();
    transfer.deliverBack();
    expect([transfer.sender.at, transfer.sender.sent, transfer.sender.confirmed]).toEqual(['sending', 100, 100]);
  });
  test('nothing goes without an answer to the offer, and nothing while there is no channel', () => {
    const room: SendingEvent = { type: 'room', bytes: 100, largest: 100 };
    expect([sent({ type: 'connected' }, room).out.length, sent(room).out.length]).toEqual([1, 0]);
  });
  test('a paper seen is told once, and again after a break', () => {
    const transfer = new Transfer(file);
    transfer.finish();
    transfer.receive({ type: 'shown' });
    transfer.connect();
    transfer.deliverBack();
    expect(transfer.sender.seen).toBe(true);
  });
  test('another paper under the same name is refused', () => {
    const { state } = startReceiving(offerOf(file), ready);
    const again = nextReceiving(state, { type: 'offer', offer: offerOf(file, { sha256: 'b'.repeat(64) }) });
    expect(again.frames).toEqual([{ type: 'refusal', paperId: state.offer.paperId, reason: 'not-the-same' }]);
  });
  test('bytes beyond what was announced are refused', () => {
    const { state } = startReceiving(offerOf(file, { bytes: 10 }), ready);
    const beyond = nextReceiving(state, { type: 'chunk', chunk: { paperId: state.offer.paperId, offset: 0, bytes: file } });
    expect(beyond.state.refusal).toBe('not-the-same');
  });
});
