import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nextConsultation } from '../../../shared/hub/consultation.ts';
import type { Consultation, ConsultationEvent } from '../../../shared/hub/consultation.ts';
import { anyEvent, askedAt, officialIds, waiting } from './consultations.ts';

interface Step {
  readonly before: Consultation;
  readonly event: ConsultationEvent;
  readonly after: Consultation | undefined;
  readonly at: string;
}

function walk(events: readonly ConsultationEvent[]): readonly Step[] {
  let before = waiting;
  return events.map((event, index) => {
    const at = new Date(Date.parse(askedAt) + (index + 1) * 1_000).toISOString();
    const step = { before, event, after: nextConsultation(before, event, at), at };
    before = step.after ?? before;
    return step;
  });
}

const holder = ({ state }: Consultation) => ('officialId' in state ? state.officialId : null);
const named = (event: ConsultationEvent) => ('officialId' in event ? event.officialId : undefined);
/** Events after which a rule does not hold; null when it always does. */
const breaksRule = (rule: (step: Step) => boolean) => fc.check(fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => walk(events).every(rule)), { numRuns: 10_000 }).counterexample;

describe('whatever happens, in whatever order', () => {
  it('what was asked, by whom and when never changes', () => {
    expect(breaksRule(({ before, after }) => after === undefined || [after.id, after.deskId, after.question, after.askedAt].every((part, index) => part === [before.id, before.deskId, before.question, before.askedAt][index]))).toBeNull();
  });
  it('nobody but the official who has a consultation moves it', () => {
    expect(
      breaksRule(({ before, event, after }) => {
        const theirs = before.state.at === 'active' || before.state.at === 'ringing' || (before.state.at === 'ended' && event.type === 'wrapUp');
        return after === undefined || !theirs || named(event) === undefined || named(event) === holder(before);
      }),
    ).toBeNull();
  });
  it('who only waits is ended by no official: they decline', () => {
    expect(breaksRule(({ before, event, after }) => after === undefined || event.type !== 'end' || named(event) === undefined || before.state.at === 'active' || before.state.at === 'ringing')).toBeNull();
  });
  it('an end is the end: later only its official writes the result', () => {
    expect(breaksRule(({ before, event, after }) => before.state.at !== 'ended' || after === undefined || (event.type === 'wrapUp' && after.state === before.state && event.officialId === holder(before)))).toBeNull();
  });
  it('a claim or an answer gives it to one official, and only when nobody has it', () => {
    expect(breaksRule(({ before, after }) => after?.state.at !== 'active' || before.state === after.state || (holder(before) === null ? before.state.at === 'waiting' : before.state.at === 'ringing' && holder(before) === holder(after)))).toBeNull();
  });
  it('the first claim is never forgotten', () => {
    expect(
      breaksRule(({ before, after, at }) => {
        if (after === undefined) return true;
        return before.claimedAt !== null ? after.claimedAt === before.claimedAt : after.claimedAt === (after.state.at === 'active' ? at : null);
      }),
    ).toBeNull();
  });
  it('a promise keeps its hour through ringing and no answer', () => {
    expect(breaksRule(({ before, event, after }) => (event.type !== 'ring' && event.type !== 'stopRinging') || after === undefined || ('callBackAt' in before.state && 'callBackAt' in after.state && before.state.callBackAt === after.state.callBackAt))).toBeNull();
  });
  it('the office changes by transfer alone', () => {
    expect(breaksRule(({ before, event, after }) => after === undefined || after.officeId === (event.type === 'transfer' ? event.officeId : before.officeId))).toBeNull();
  });
  it('the desk can always end what has not ended', () => {
    expect(breaksRule(({ before, at }) => before.state.at === 'ended' || nextConsultation(before, { type: 'end', reason: 'done' }, at)?.state.at === 'ended')).toBeNull();
  });
});

test('every state is reached by what is tried here', () => {
  const reached = fc.sample(fc.array(anyEvent, { maxLength: 40 }), 500).flatMap((events) => walk(events).map(({ before }) => before.state.at));
  expect([...new Set(reached)].sort()).toEqual(['active', 'ended', 'promised', 'ringing', 'waiting']);
});

test('of two officials who claim, one gets it', () => {
  const [first, second] = officialIds.map((officialId): ConsultationEvent => ({ type: 'claim', officialId, callId: officialId }));
  const [won, lost] = walk(first && second ? [first, second] : []);
  expect([won?.after && holder(won.after), lost?.after]).toEqual(['anna', undefined]);
});

test('an end that comes late, after the question was put back, ends nothing', () => {
  const steps = walk([{ type: 'claim', officialId: 'anna', callId: 'c' }, { type: 'putBack', officialId: 'anna' }, { type: 'end', reason: 'done', officialId: 'anna' }]);
  expect(steps.at(-1)?.after).toBeUndefined();
});
