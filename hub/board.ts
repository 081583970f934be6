import type { GuestParty } from '../shared/hub/hub-shapes.ts';
import type { Party } from '../shared/hub/signal.ts';
import type { PartyKey } from './connection.ts';
import type { StoredConsultation, StoredGuest } from './store/hub-store.ts';

/** Where an unfinished consultation stands, in the little that signals and views have to know at once. */
export interface OnBoard {
  readonly id: string;
  readonly deskId: string;
  readonly officeId: string;
  readonly at: StoredConsultation['state']['at'];
  readonly officialId: string | null;
  readonly callId: string | null;
}

/** A call under way, and who may speak in it. */
export interface LiveCall {
  readonly callId: string;
  readonly consultationId: string;
  readonly deskId: string;
  readonly officialId: string;
  readonly guests: Map<GuestParty, StoredGuest>;
}

/** The unfinished consultations, beside the store: a signal must not wait for the disk. Never the judge of what may happen. */
export class Board {
  readonly #all = new Map<string, OnBoard>();
  readonly #calls = new Map<string, LiveCall>();

  /** Writes down how a consultation stands now; how it stood before, if it was on the board. */
  note(consultation: StoredConsultation): OnBoard | undefined {
    const { id } = consultation;
    const before = this.#all.get(id);
    const now = onBoard(consultation);
    if (before?.callId !== null && before?.callId !== undefined && before.callId !== now.callId) this.#calls.delete(before.callId);
    if (now.at === 'ended') this.#all.delete(id);
    else this.#all.set(id, now);
    if (now.callId !== null && now.officialId !== null && !this.#calls.has(now.callId))
      this.#calls.set(now.callId, { callId: now.callId, consultationId: id, deskId: now.deskId, officialId: now.officialId, guests: new Map() });
    return before;
  }

  get(id: string): OnBoard | undefined {
    return this.#all.get(id);
  }

  all(): readonly OnBoard[] {
    return [...this.#all.values()];
  }

  call(callId: string): LiveCall | undefined {
    return this.#calls.get(callId);
  }

  calls(): Iterable<LiveCall> {
    return this.#calls.values();
  }

  /** Everybody in a call now. */
  inCalls(): ReadonlySet<PartyKey> {
    return new Set([...this.#calls.values()].flatMap((call) => partiesOf(call).map((party) => keyInCall(call, party))));
  }
}

/** The parties of a call: desk, official, and the guests who came in. */
export const partiesOf = (call: LiveCall): readonly Party[] => ['desk', 'official', ...[...call.guests.values()].filter(({ entered }) => entered).map(({ party }) => party)];

/** Whose connection a party's is. */
export function keyInCall({ callId, deskId, officialId }: LiveCall, party: Party): PartyKey {
  if (party === 'desk') return `desk ${deskId}`;
  return party === 'official' ? `official ${officialId}` : `guest ${callId} ${party}`;
}

function onBoard({ id, deskId, officeId, state }: StoredConsultation): OnBoard {
  const held = state.at === 'active' || state.at === 'ringing' || state.at === 'ended';
  return { id, deskId, officeId, at: state.at, officialId: held ? state.officialId : null, callId: state.at === 'active' ? state.callId : null };
}
