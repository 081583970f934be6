import { expect, test } from 'vitest';
import { newSignalLine, nextGeneration, receiptOn, resendOn, sendOn, takeOn } from '../../../shared/hub/signal-order.ts';
import type { SignalLine } from '../../../shared/hub/signal-order.ts';
import type { Signal } from '../../../shared/hub/signal.ts';

const callId = '6f1b6d0e-4d9b-4d55-8a3c-0e7a7a3f4b11';
const bye = { kind: 'bye', reason: 'hung-up' } as const;
const desk = newSignalLine(callId, 'desk', 'official');
const official = newSignalLine(callId, 'official', 'desk');

/** The line after so many messages were sent and taken by the other side. */
function exchanged(from: SignalLine, to: SignalLine, count: number): { from: SignalLine; to: SignalLine } {
  return Array.from({ length: count }).reduce<{ from: SignalLine; to: SignalLine }>((lines) => {
    const sent = sendOn(lines.from, bye);
    return { from: sent.line, to: takeOn(lines.to, sent.signal).line };
  }, { from, to });
}

const receiptFrom = (line: SignalLine): Signal => receiptOn(line);

test('a page loaded anew is told so by what the other side says it has received', () => {
  const { to } = exchanged(desk, official, 3);
  const taken = takeOn(newSignalLine(callId, 'desk', 'official'), receiptFrom(to));
  expect(taken.forgotten).toBe(true);
});

test('the bare receipt of a page loaded anew is answered, so that it hears where things stand', () => {
  const { to } = exchanged(desk, official, 3);
  expect(takeOn(to, receiptFrom(newSignalLine(callId, 'desk', 'official'))).receipt).toBe(true);
});

test('a page loaded anew in a later generation is told so as well', () => {
  const { to } = exchanged(nextGeneration(desk, 2), nextGeneration(official, 2), 1);
  const taken = takeOn(newSignalLine(callId, 'desk', 'official'), receiptFrom(to));
  expect(taken).toMatchObject({ rebuilt: true, forgotten: true });
  expect(taken.line.generation).toBe(2);
});

test('a message of an earlier generation changes nothing and is answered with this one', () => {
  const later = nextGeneration(official);
  const taken = takeOn(later, sendOn(desk, bye).signal);
  expect(taken).toEqual({ line: later, bodies: [], rebuilt: false, receipt: true, forgotten: false });
});

test('two sides that lost nothing are never told to begin again', () => {
  const { from, to } = exchanged(desk, official, 3);
  expect(takeOn(from, receiptFrom(to))).toMatchObject({ forgotten: false, receipt: false });
  expect(resendOn(from).map((signal) => takeOn(to, signal).forgotten)).toEqual([false, false, false]);
});
