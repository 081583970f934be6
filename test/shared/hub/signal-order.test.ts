import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { newSignalLine, nextGeneration, receiptOn, resendOn, sendOn, takeOn } from '../../../shared/hub/signal-order.ts';
import type { SignalLine } from '../../../shared/hub/signal-order.ts';
import type { Signal, SignalBody } from '../../../shared/hub/signal.ts';

const callId = '6f1b6d0e-4d9b-4d55-8a3c-0e7a7a3f4b11';
type Side = 'desk' | 'official';
const other = (side: Side): Side => (side === 'desk' ? 'official' : 'desk');

const bodyOf = (text: string): SignalBody => ({ kind: 'candidate', candidate: text, sdpMid: null, sdpMLineIndex: 0 });
const textOf = (body: SignalBody): string => (body.kind === 'candidate' ? body.candidate : body.kind);

/** Two lines and the hub between them, which may lose, double and swap whatever it carries. */
class Lines {
  readonly lines: Record<Side, SignalLine> = { desk: newSignalLine(callId, 'desk', 'official'), official: newSignalLine(callId, 'official', 'desk') };
  /** On the way to that side. */
  readonly wire: Record<Side, Signal[]> = { desk: [], official: [] };
  /** By the page that spoke, the page that heard and the generation: what was sent, and what was given out. */
  readonly sent = new Map<string, string[]>();
  readonly given = new Map<string, string[]>();
  count = 0;

  /** Pages there were on each side: the later one has forgotten everything. */
  readonly loads: Record<Side, number> = { desk: 0, official: 0 };

  key = (speaker: Side): string => `${speaker} ${this.loads[speaker]}`;

  list(of: Map<string, string[]>, key: string): string[] {
    const list = of.get(key) ?? [];
    of.set(key, list);
    return list;
  }

  reload(side: Side): void {
    this.lines[side] = newSignalLine(callId, side, other(side));
    this.loads[side] += 1;
    // The first thing a page does.
    this.wire[other(side)].push(receiptOn(this.lines[side]));
  }

  say(side: Side): void {
    this.count += 1;
    const text = `${side} ${this.count}`;
    const { line, signal } = sendOn(this.lines[side], bodyOf(text));
    this.list(this.sent, `${this.key(side)} ${this.lines[side].generation}`).push(text);
    this.lines[side] = line;
    this.wire[other(side)].push(signal);
  }

  rebuild(side: Side): void {
    this.lines[side] = nextGeneration(this.lines[side]);
  }

  resend(side: Side): void {
    this.wire[other(side)].push(...resendOn(this.lines[side]));
  }

  deliver(side: Side, at = 0, keep = false): void {
    const wire = this.wire[side];
    const index = wire.length === 0 ? 0 : at % wire.length;
    const [signal] = keep ? wire.slice(index, index + 1) : wire.splice(index, 1);
    if (!signal) return;
    const taken = takeOn(this.lines[side], signal);
    this.lines[side] = taken.line;
    this.list(this.given, `${this.key(side)} ${taken.line.generation}`).push(...taken.bodies.map(textOf));
    if (taken.forgotten) this.rebuild(side);
    if (taken.receipt) this.wire[other(side)].push(receiptOn(this.lines[side]));
    this.forgotten ||= taken.forgotten;
  }

  forgotten = false;

  /** The hub works again: each side says once more what is not confirmed, until nothing is. */
  settle(): void {
    this.wire.desk = [];
    this.wire.official = [];
    for (let round = 0; round < 6; round += 1) {
      for (const side of ['desk', 'official'] as const) this.resend(side);
      while (this.wire.desk.length + this.wire.official.length > 0) {
        this.deliver('desk');
        this.deliver('official');
      }
    }
  }

  /** In the generation this side is in. */
  givenTo = (side: Side): readonly string[] => this.given.get(`${this.key(side)} ${this.lines[side].generation}`) ?? [];
  sentTo = (side: Side): readonly string[] => this.sent.get(`${this.key(other(side))} ${this.lines[side].generation}`) ?? [];
}

type Happening = (lines: Lines) => void;
const side = fc.constantFrom<Side>('desk', 'official');
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: side.map((one): Happening => (lines) => lines.say(one)) },
  { weight: 6, arbitrary: side.map((one): Happening => (lines) => lines.deliver(one)) },
  { weight: 4, arbitrary: fc.tuple(side, fc.nat(20)).map(([one, at]): Happening => (lines) => lines.deliver(one, at)) },
  { weight: 2, arbitrary: fc.tuple(side, fc.nat(20)).map(([one, at]): Happening => (lines) => lines.deliver(one, at, true)) },
  { weight: 2, arbitrary: side.map((one): Happening => (lines) => lines.wire[one].splice(0, 1)) },
  { weight: 1, arbitrary: side.map((one): Happening => (lines) => lines.wire[one].splice(0)) },
  { weight: 2, arbitrary: side.map((one): Happening => (lines) => lines.resend(one)) },
  { weight: 1, arbitrary: side.map((one): Happening => (lines) => lines.rebuild(one)) },
);

const isBeginningOf = (part: readonly string[], whole: readonly string[]) => part.every((text, index) => text === whole[index]);
const sides = ['desk', 'official'] as const;

/** What differs between the sides once the hub works again. */
function differences(lines: Lines) {
  lines.settle();
  const { desk, official } = lines.lines;
  return {
    generations: official.generation - desk.generation,
    messages: sides.flatMap((one) => (lines.givenTo(one).join() === lines.sentTo(one).join() ? [] : [{ given: lines.givenTo(one), sent: lines.sentTo(one) }])),
    pending: [desk, official].flatMap(({ unconfirmed, early }) => [...unconfirmed, ...early]),
  };
}
const none = { generations: 0, messages: [], pending: [] };

it('gives out every message once and in order, generation by generation, whatever the hub loses, doubles or swaps', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      const lines = new Lines();
      for (const happen of happenings) {
        happen(lines);
        for (const one of sides) expect(isBeginningOf(lines.givenTo(one), lines.sentTo(one))).toBe(true);
      }
      expect(differences(lines)).toEqual(none);
      expect(lines.forgotten).toBe(false);
    }),
    { numRuns: 15_000 },
  );
});

it('brings both sides together again when a page is loaded anew in the middle, whatever it had said and heard', () => {
  const reload = side.map((one): Happening => (lines) => lines.reload(one));
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 12, arbitrary: happening }, { weight: 1, arbitrary: reload }), { maxLength: 60 }), (happenings) => {
      const lines = new Lines();
      for (const happen of happenings) happen(lines);
      expect(differences(lines)).toEqual(none);
    }),
    { numRuns: 15_000 },
  );
});

test('a page loaded anew that has already said as much as the one before is not taken for it', () => {
  const lines = new Lines();
  const threeFromDesk = () => {
    for (let count = 0; count < 3; count += 1) lines.say('desk');
    while (lines.wire.official.length > 0) lines.deliver('official');
  };
  threeFromDesk();
  lines.wire.desk = [];
  lines.reload('desk');
  threeFromDesk();
  lines.deliver('desk');
  expect(lines.lines.desk.generation).toBe(1);
  lines.say('desk');
  expect(differences(lines)).toEqual(none);
  expect(lines.givenTo('official').length).toBe(1);
});

test('a page that is no more is not listened to', () => {
  const lines = new Lines();
  lines.say('desk');
  const [late] = lines.wire.official;
  lines.deliver('official', 0, true);
  lines.reload('desk');
  lines.deliver('official', 1);
  const { official } = lines.lines;
  expect(official.generation).toBe(1);
  expect(late && takeOn(official, late)).toMatchObject({ line: official, bodies: [], rebuilt: false });
});

test('more messages than may be ahead of their turn arrive all the same', () => {
  const lines = new Lines();
  for (let count = 0; count < 450; count += 1) lines.say('desk');
  lines.wire.official.splice(0, 1);
  while (lines.wire.official.length > 0) lines.deliver('official');
  expect(lines.lines.official.early.length).toBeLessThanOrEqual(200);
  lines.settle();
  expect(lines.givenTo('official')).toEqual(lines.sentTo('official'));
});

it('takes nothing of another call, another party or its own side', () => {
  const { signal } = sendOn(newSignalLine(callId, 'desk', 'official'), bodyOf('x'));
  const line = newSignalLine(callId, 'official', 'desk');
  const foreign = fc.constantFrom<Partial<Signal>>({ callId: 'c0000000-0000-4000-8000-000000000001' }, { from: 'guest-1' }, { from: 'official' }, { to: 'desk' }, { to: 'guest-2' });
  fc.assert(
    fc.property(foreign, fc.nat(5), fc.nat(5), (changed, seq, generation) => {
      expect(takeOn(line, { ...signal, seq, generation, ...changed })).toEqual({ line, bodies: [], rebuilt: false, receipt: false, forgotten: false });
    }),
  );
});
