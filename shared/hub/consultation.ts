import type { Checklist, PreparedQuestion } from './prepared-question.ts';
import type { DeclineReason, EndReason } from './closed-lists.ts';
import type { SealedWrapUp } from './wrap-up.ts';

/**
 * Where one request of a desk to an office stands.
 *
 *     waiting ──claim──▶ active ──end──▶ ended
 *        │ ▲ ◀─put back,    ▲
 *        │ │   transfer     │ answer
 *        │ └─ask again      │
 *        ▼  │               │
 *     promised ──ring──▶ ringing ──no answer──▶ promised
 *
 * `waiting` in an office's queue; `promised` a call-back at an agreed time; `ringing` the official calls the desk back and the
 * desk has not answered yet; `active` one official has it; `ended` with a reason of the closed list.
 */
export type ConsultationState =
  | { readonly at: 'waiting' }
  | { readonly at: 'promised'; readonly callBackAt: string }
  | { readonly at: 'ringing'; readonly officialId: string; readonly since: string; readonly callBackAt: string }
  | { readonly at: 'active'; readonly officialId: string; readonly since: string; readonly callId: string }
  | { readonly at: 'ended'; readonly since: string; readonly reason: EndReason; readonly officialId: string | null; readonly decline: DeclineReason | null };

/** A request as the hub keeps it. No names, tax codes or notes. Instants are UTC ISO 8601. */
export interface Consultation {
  /** UUID made by the desk: asking twice with the same one asks once. */
  readonly id: string;
  readonly deskId: string;
  readonly officeId: string;
  readonly question: PreparedQuestion;
  readonly checklist: Checklist | null;
  readonly askedAt: string;
  /** First claimed at, for the wait that is told to others; null until then. */
  readonly claimedAt: string | null;
  readonly state: ConsultationState;
  readonly wrapUp: SealedWrapUp | null;
}

export type ConsultationEvent =
  | { readonly type: 'claim'; readonly officialId: string; readonly callId: string }
  | { readonly type: 'putBack'; readonly officialId: string }
  | { readonly type: 'transfer'; readonly officialId: string; readonly officeId: string }
  | { readonly type: 'decline'; readonly officialId: string; readonly reason: DeclineReason }
  | { readonly type: 'promise'; readonly callBackAt: string }
  | { readonly type: 'queueAgain' }
  | { readonly type: 'ring'; readonly officialId: string }
  | { readonly type: 'stopRinging' }
  | { readonly type: 'answer'; readonly callId: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'end'; readonly reason: EndReason; readonly officialId?: string }
  | { readonly type: 'wrapUp'; readonly officialId: string; readonly sealed: SealedWrapUp };

/**
 * The next state of a consultation, or `undefined` when the event does not fit where it stands (a claim of what is claimed,
 * an end of what has ended, an official who does not have it). Pure; the store turns each step into one conditional update.
 * @param at the instant of the event
 */
export function nextConsultation(consultation: Consultation, event: ConsultationEvent, at: string): Consultation | undefined {
  if (event.type === 'wrapUp') return wrapUp(consultation, event);
  const { state } = consultation;
  switch (state.at) {
    case 'waiting':
      return fromWaiting(consultation, event, at);
    case 'promised':
      return fromPromised(consultation, event, at);
    case 'ringing':
      return fromRinging(consultation, state, event, at);
    case 'active':
      return fromActive(consultation, state, event, at);
    case 'ended':
      return undefined;
  }
}

const ended = (consultation: Consultation, at: string, reason: EndReason, officialId: string | null, decline: DeclineReason | null = null): Consultation => ({
  ...consultation,
  state: { at: 'ended', since: at, reason, officialId, decline },
});

function fromWaiting(consultation: Consultation, event: ConsultationEvent, at: string): Consultation | undefined {
  switch (event.type) {
    case 'claim':
      return { ...consultation, claimedAt: consultation.claimedAt ?? at, state: { at: 'active', officialId: event.officialId, since: at, callId: event.callId } };
    case 'transfer':
      return { ...consultation, officeId: event.officeId };
    case 'decline':
      return ended(consultation, at, 'declined', event.officialId, event.reason);
    case 'promise':
      return { ...consultation, state: { at: 'promised', callBackAt: event.callBackAt } };
    case 'withdraw':
      return ended(consultation, at, 'withdrawn', null);
    case 'end':
      // An official's end that comes late, when the question waits again: it is no longer theirs to end.
      return event.officialId === undefined ? ended(consultation, at, event.reason, null) : undefined;
    default:
      return undefined;
  }
}

function fromPromised(consultation: Consultation, event: ConsultationEvent, at: string): Consultation | undefined {
  if (consultation.state.at !== 'promised') return undefined;
  const { callBackAt } = consultation.state;
  switch (event.type) {
    case 'ring':
      return { ...consultation, state: { at: 'ringing', officialId: event.officialId, since: at, callBackAt } };
    case 'promise':
      return { ...consultation, state: { at: 'promised', callBackAt: event.callBackAt } };
    case 'queueAgain':
      return { ...consultation, state: { at: 'waiting' } };
    default:
      return fromWaitingElsewhere(consultation, event, at);
  }
}

/** What may happen to a promised call-back as to one that waits. */
function fromWaitingElsewhere(consultation: Consultation, event: ConsultationEvent, at: string): Consultation | undefined {
  const allowed = event.type === 'transfer' || event.type === 'decline' || event.type === 'withdraw' || event.type === 'end';
  return allowed ? fromWaiting(consultation, event, at) : undefined;
}

type Ringing = Extract<ConsultationState, { at: 'ringing' }>;
type Active = Extract<ConsultationState, { at: 'active' }>;

function fromRinging(consultation: Consultation, state: Ringing, event: ConsultationEvent, at: string): Consultation | undefined {
  switch (event.type) {
    case 'answer':
      return { ...consultation, claimedAt: consultation.claimedAt ?? at, state: { at: 'active', officialId: state.officialId, since: at, callId: event.callId } };
    case 'stopRinging':
      return { ...consultation, state: { at: 'promised', callBackAt: state.callBackAt } };
    case 'withdraw':
      return ended(consultation, at, 'withdrawn', null);
    case 'end':
      return endByHolder(consultation, state.officialId, event, at);
    default:
      return undefined;
  }
}

function fromActive(consultation: Consultation, state: Active, event: ConsultationEvent, at: string): Consultation | undefined {
  switch (event.type) {
    case 'putBack':
      return event.officialId === state.officialId ? { ...consultation, state: { at: 'waiting' } } : undefined;
    case 'transfer':
      return event.officialId === state.officialId ? { ...consultation, officeId: event.officeId, state: { at: 'waiting' } } : undefined;
    case 'decline':
      return event.officialId === state.officialId ? ended(consultation, at, 'declined', state.officialId, event.reason) : undefined;
    case 'queueAgain':
      return { ...consultation, state: { at: 'waiting' } };
    case 'promise':
      return { ...consultation, state: { at: 'promised', callBackAt: event.callBackAt } };
    case 'end':
      return endByHolder(consultation, state.officialId, event, at);
    default:
      return undefined;
  }
}

/** By the desk or the hub, which name nobody, or by the official who has it. */
function endByHolder(consultation: Consultation, officialId: string, event: Extract<ConsultationEvent, { type: 'end' }>, at: string): Consultation | undefined {
  return event.officialId === undefined || event.officialId === officialId ? ended(consultation, at, event.reason, officialId) : undefined;
}

/** The official's result: while the call runs, or after it, as often as they correct it. */
function wrapUp(consultation: Consultation, event: Extract<ConsultationEvent, { type: 'wrapUp' }>): Consultation | undefined {
  const { state } = consultation;
  const theirs = (state.at === 'active' || state.at === 'ended') && state.officialId === event.officialId;
  return theirs ? { ...consultation, wrapUp: event.sealed } : undefined;
}
