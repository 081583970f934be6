import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { nextConsultation } from '../../../shared/hub/consultation.ts';
import type { Consultation, ConsultationEvent } from '../../../shared/hub/consultation.ts';
import { declineReasons, endReasons } from '../../../shared/hub/closed-lists.ts';
import type { Actor, StoredConsultation, StoreMethods } from '../../../hub/store/hub-store.ts';
import { desks, offices, officials, question } from '../sample-hub.ts';
import { asked, at } from './opened-store.ts';

const ids = [0, 1, 2].map((n) => `c0000000-0000-4000-8000-00000000000${n}`);
export type Model = Map<string, Consultation>;
export interface Real {
  readonly store: StoreMethods;
  /** Calls are never numbered twice, and instants go on. */
  count: number;
}

const anyOfficial = fc.constantFrom(...officials.map(({ id }) => id));
// What goes on comes more often than what ends, or nothing would ever get far.
const often = <T>(arbitrary: fc.Arbitrary<T>): fc.WeightedArbitrary<T> => ({ weight: 6, arbitrary });
const officialEvent: fc.Arbitrary<ConsultationEvent> = anyOfficial.chain((officialId) =>
  fc.oneof(
    often(fc.constantFrom<ConsultationEvent>({ type: 'claim', officialId, callId: '' }, { type: 'ring', officialId }, { type: 'ring', officialId }, { type: 'putBack', officialId }, { type: 'stopRinging' })),
    fc.constantFrom(...offices).map(({ id: officeId }) => ({ type: 'transfer' as const, officialId, officeId })),
    fc.constantFrom(...declineReasons).map((reason) => ({ type: 'decline' as const, officialId, reason })),
    fc.constant({ type: 'end' as const, reason: 'done' as const, officialId }),
    fc.constant({ type: 'wrapUp' as const, officialId, sealed: { outcome: 'answered' as const, standardRoute: false, words: { senderKey: 'k', iv: 'i', sealed: 's' } } }),
  ),
);
const deskEvent: fc.Arbitrary<ConsultationEvent> = fc.oneof(
  often(fc.constantFrom<ConsultationEvent>({ type: 'promise', callBackAt: '2026-10-10T07:00:00.000Z' }, { type: 'answer', callId: '' }, { type: 'answer', callId: '' }, { type: 'queueAgain' })),
  fc.constantFrom<ConsultationEvent>({ type: 'withdraw' }, { type: 'end', reason: 'done' }),
);
const hubEvent: fc.Arbitrary<ConsultationEvent> = fc.oneof(often(fc.constant({ type: 'stopRinging' as const })), fc.constantFrom(...endReasons).map((reason) => ({ type: 'end' as const, reason })));

const byOfficial = fc.record({ event: officialEvent, other: anyOfficial, forged: fc.integer({ min: 0, max: 9 }) }).map(({ event, other, forged }) => ({
  event,
  // Now and then an official who moves somebody else's.
  by: { kind: 'official', officialId: forged === 0 || !('officialId' in event) ? other : (event.officialId ?? other) } as const,
}));
const byDesk = fc.record({ event: deskEvent, by: fc.constantFrom(desks[0], desks[0], desks[0], desks[1]).map(({ id }) => ({ kind: 'desk', deskId: id }) as const) });
const byHub = fc.record({ event: hubEvent, by: fc.constant({ kind: 'hub' } as const) });

/** The rules beside `nextConsultation`: whose it is, and one call an official. */
function mayMove(all: Model, consultation: Consultation, event: ConsultationEvent, by: Actor): boolean {
  const { state } = consultation;
  if (event.type === 'end' && by.kind !== 'hub' && state.at !== 'active') return false;
  if (by.kind === 'desk') return consultation.deskId === by.deskId;
  if (by.kind === 'hub') return true;
  const busy = [...all.values()].some((other) => (other.state.at === 'active' || other.state.at === 'ringing') && other.state.officialId === by.officialId);
  if ((event.type === 'claim' || event.type === 'ring') && busy) return false;
  if (state.at === 'waiting' || state.at === 'promised') return consultation.officeId === officials.find(({ id }) => id === by.officialId)?.officeId;
  return state.officialId === by.officialId;
}

/** An official's event names its official itself: the store takes it from the actor. */
const attributed = (event: ConsultationEvent, by: Actor): ConsultationEvent => (by.kind === 'official' && 'officialId' in event ? { ...event, officialId: by.officialId } : event);

class Step implements fc.Command<Model, Real> {
  readonly id: string;
  readonly event: ConsultationEvent;
  readonly by: Actor;
  constructor(id: string, event: ConsultationEvent, by: Actor) {
    this.id = id;
    this.event = event;
    this.by = by;
  }
  check = (model: Readonly<Model>): boolean => model.has(this.id);
  run(model: Model, real: Real): void {
    real.count += 1;
    const now = new Date(Date.parse(at) + real.count * 1000).toISOString();
    const event = 'callId' in this.event ? { ...this.event, callId: `d0000000-0000-4000-8000-${String(real.count).padStart(12, '0')}` } : this.event;
    const before = model.get(this.id);
    if (before === undefined) throw new Error('not asked');
    const after = mayMove(model, before, event, this.by) ? nextConsultation(before, attributed(event, this.by), now) : undefined;
    const moved = real.store.step({ id: this.id, event, by: this.by, at: now });
    deepStrictEqual(moved && bare(moved), after);
    if (after !== undefined) model.set(this.id, after);
    const kept = real.store.consultation(this.id);
    deepStrictEqual(kept && bare(kept), model.get(this.id));
  }
  toString = (): string => `${this.by.kind} ${JSON.stringify(this.event)} ${this.id.at(-1)}`;
}

class Ask implements fc.Command<Model, Real> {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    deepStrictEqual(asked(real.store, this.id), model.has(this.id) ? 'known' : 'asked');
    const fresh: Consultation = { id: this.id, deskId: desks[0].id, officeId: offices[0].id, question, checklist: null, askedAt: at, claimedAt: null, state: { at: 'waiting' }, wrapUp: null };
    if (!model.has(this.id)) model.set(this.id, fresh);
  }
  toString = (): string => `ask ${this.id.at(-1)}`;
}

const bare = ({ id, deskId, officeId, checklist, askedAt, claimedAt, state, wrapUp, ...rest }: StoredConsultation): Consultation => ({ id, deskId, officeId, question: rest.question, checklist, askedAt, claimedAt, state, wrapUp });

export const anyAsk = fc.constantFrom(...ids).map((id) => new Ask(id));
export const anyStep = fc
  .record({ id: fc.constantFrom(...ids), move: fc.oneof({ weight: 10, arbitrary: byOfficial }, { weight: 8, arbitrary: byDesk }, byHub) })
  .map(({ id, move }) => new Step(id, move.event, move.by));
