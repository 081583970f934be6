import type { Consultation } from './consultation.ts';

/**
 * Who comes first in an office's queue: those the Carta dei servizi prefers (pregnancy, child under one, disability), then
 * what runs out, then who asked first. Put back and transferred questions keep the time they first asked. Ties by id, so that
 * every reader has the same order.
 */
export function compareInQueue(left: Consultation, right: Consultation): number {
  return rank(left) - rank(right) || compareText(left.askedAt, right.askedAt) || compareText(left.id, right.id);
}

const rank = ({ question }: Consultation): number => (question.preferential ? 0 : 2) + (question.urgency === 'deadline' ? 0 : 1);

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** Place of a waiting consultation in its office's queue, from 1; `undefined` when it does not wait. */
export function positionInQueue(consultation: Consultation, all: readonly Consultation[]): number | undefined {
  if (consultation.state.at !== 'waiting') return undefined;
  const before = all.filter((other) => other.state.at === 'waiting' && other.officeId === consultation.officeId && compareInQueue(other, consultation) < 0);
  return before.length + 1;
}

/** How many of the last answered calls the told wait is taken from. */
export const callsForMedianWait = 20;

/**
 * The wait told to a desk: the median of the last answered calls of the office, in whole seconds; `undefined` below three
 * calls, where it would say nothing.
 * @param waits seconds from asking to claim, the latest first
 */
export function medianWait(waits: readonly number[]): number | undefined {
  const last = waits.slice(0, callsForMedianWait).sort((left, right) => left - right);
  if (last.length < 3) return undefined;
  const middle = Math.floor(last.length / 2);
  const upper = last[middle] ?? 0;
  return Math.round(last.length % 2 === 1 ? upper : ((last[middle - 1] ?? 0) + upper) / 2);
}
