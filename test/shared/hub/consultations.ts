import fc from 'fast-check';
import type { Consultation, ConsultationEvent } from '../../../shared/hub/consultation.ts';
import { declineReasons, endReasons } from '../../../shared/hub/closed-lists.ts';

export const askedAt = '2026-10-10T08:00:00.000Z';

export const waiting: Consultation = {
  id: '3f0c9a4e-9c55-4b52-9a55-0d6f4b1a7a10',
  deskId: 'desk',
  officeId: 'brescia',
  question: { topic: 'isee', urgency: 'ordinary', language: 'it', preferential: false, done: '', blocked: '', asked: 'Come?', identified: 'in-date' },
  checklist: null,
  askedAt,
  claimedAt: null,
  state: { at: 'waiting' },
  wrapUp: null,
};

export const officialIds = ['anna', 'bruno'] as const;
const callBackAt = '2026-10-10T10:30:00.000Z';
const sealed = { outcome: 'answered', standardRoute: false, words: { senderKey: '', iv: '', sealed: '' } } as const;

const byOfficial = fc.constantFrom(...officialIds).chain((officialId) =>
  fc.constantFrom<ConsultationEvent>(
    { type: 'claim', officialId, callId: `call of ${officialId}` },
    { type: 'claim', officialId, callId: `call of ${officialId}` },
    { type: 'putBack', officialId },
    { type: 'transfer', officialId, officeId: 'milano' },
    { type: 'ring', officialId },
    { type: 'end', reason: 'done', officialId },
    { type: 'wrapUp', officialId, sealed },
  ),
);
const byDesk = fc.constantFrom<ConsultationEvent>({ type: 'promise', callBackAt }, { type: 'queueAgain' }, { type: 'stopRinging' }, { type: 'answer', callId: 'answered call' });
const ending = fc.oneof(
  fc.constant<ConsultationEvent>({ type: 'withdraw' }),
  fc.constantFrom(...declineReasons).map((reason): ConsultationEvent => ({ type: 'decline', officialId: 'anna', reason })),
  fc.constantFrom(...endReasons).map((reason): ConsultationEvent => ({ type: 'end', reason })),
);

/** What goes on comes more often than what ends, or nothing would ever get far. */
export const anyEvent: fc.Arbitrary<ConsultationEvent> = fc.oneof({ weight: 8, arbitrary: byOfficial }, { weight: 8, arbitrary: byDesk }, { weight: 1, arbitrary: ending });
