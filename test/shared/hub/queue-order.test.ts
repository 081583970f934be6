import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { callsForMedianWait, compareInQueue, medianWait, positionInQueue } from '../../../shared/hub/queue-order.ts';
import { urgencies } from '../../../shared/hub/closed-lists.ts';
import type { Consultation } from '../../../shared/hub/consultation.ts';
import { waiting } from './consultations.ts';

const asked = fc
  .record({ minute: fc.integer({ min: 0, max: 5 }), preferential: fc.boolean(), urgency: fc.constantFrom(...urgencies), officeId: fc.constantFrom('brescia', 'milano'), at: fc.constantFrom('waiting' as const, 'waiting' as const, 'promised' as const) })
  .map(({ minute, preferential, urgency, officeId, at }): Omit<Consultation, 'id'> => ({
    ...waiting,
    officeId,
    askedAt: `2026-10-10T08:0${minute}:00.000Z`,
    question: { ...waiting.question, preferential, urgency },
    state: at === 'waiting' ? { at } : { at, callBackAt: '2026-10-10T10:30:00.000Z' },
  }));
const queue = fc.array(asked, { maxLength: 12 }).map((list) => list.map((one, index): Consultation => ({ ...one, id: String(index).padStart(2, '0') })));
const sign = Math.sign;

describe('the order of a queue', () => {
  it('is one: of any two one comes first, and first of first is first', () => {
    fc.assert(
      fc.property(queue, (list) => {
        for (const left of list) {
          for (const right of list) {
            expect(sign(compareInQueue(left, right)) + sign(compareInQueue(right, left))).toBe(0);
            expect(compareInQueue(left, right) === 0).toBe(left.id === right.id);
          }
        }
        const sorted = list.toSorted(compareInQueue);
        for (const [index, later] of sorted.entries()) for (const earlier of sorted.slice(0, index)) expect(compareInQueue(earlier, later)).toBeLessThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('tells each who waits a place of its own, from one on, whatever list it is read from', () => {
    fc.assert(
      fc.property(queue, fc.nat(), (list, seed) => {
        const turned = [...list.slice(seed % (list.length || 1)), ...list.slice(0, seed % (list.length || 1))];
        for (const officeId of ['brescia', 'milano']) {
          const here = list.filter((one) => one.officeId === officeId && one.state.at === 'waiting').toSorted(compareInQueue);
          expect(here.map((one) => positionInQueue(one, turned))).toEqual(here.map((_, index) => index + 1));
        }
        expect(list.filter((one) => one.state.at !== 'waiting').every((one) => positionInQueue(one, list) === undefined)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  const of = (id: string, changed: Partial<Consultation['question']>, askedAt = waiting.askedAt): Consultation => ({ ...waiting, id, askedAt, question: { ...waiting.question, ...changed } });
  test('first whom the Carta dei servizi prefers, then what runs out, then who asked first', () => {
    const list = [of('late', {}, '2026-10-10T09:00:00.000Z'), of('early', {}), of('deadline', { urgency: 'deadline' }, '2026-10-10T09:30:00.000Z'), of('preferred', { preferential: true }, '2026-10-10T09:40:00.000Z')];
    expect(list.toSorted(compareInQueue).map(({ id }) => id)).toEqual(['preferred', 'deadline', 'early', 'late']);
  });
});

describe('the wait that is told', () => {
  it('lies among the last waits, in whole seconds, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7_200 }), { minLength: 3, maxLength: 30 }), (waits) => {
        const last = waits.slice(0, callsForMedianWait);
        const told = medianWait(waits) ?? -1;
        expect(Number.isInteger(told)).toBe(true);
        expect(last.filter((wait) => wait < told).length).toBeLessThanOrEqual(last.length / 2);
        expect(last.filter((wait) => wait > told).length).toBeLessThanOrEqual(last.length / 2);
        expect(medianWait([...last.toReversed(), ...waits.slice(callsForMedianWait)])).toBe(told);
      }),
      { numRuns: 3_000 },
    );
  });
  test('is not told after two calls', () => expect([medianWait([60, 90]), medianWait([60, 90, 30])]).toEqual([undefined, 60]));
});
