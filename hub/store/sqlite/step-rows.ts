import type Database from 'better-sqlite3';
import type { ConsultationEvent } from '../../../shared/hub/consultation.ts';
import type { Actor, StoredConsultation, StoreMethods } from '../hub-store.ts';
import { consultationReader } from './consultation-reader.ts';

/** One event of `nextConsultation` as a conditional update: from which states, and what it sets. */
interface Step {
  readonly from: string;
  readonly set: string;
}

const free = 'official_id = null, taken_at = null, call_id = null';
const waiting = `state = 'waiting', state_since = @at, call_back_at = null, ${free}`;
const ended = "state = 'ended', state_since = @at, call_back_at = null, call_id = null";
const taken = "state = 'active', state_since = @at, taken_at = @at, call_back_at = null, call_id = @callId, claimed_at = coalesce(claimed_at, @at), medium = 'video'";
/** Also by a unique index; asked first, so that the second official is refused and not crashed into. */
const inNoCall = "not exists (select 1 from consultation o where o.official_id = @officialId and o.state in ('active', 'ringing'))";

const steps: Readonly<Record<ConsultationEvent['type'], Step>> = {
  claim: { from: `state = 'waiting' and ${inNoCall}`, set: `${taken}, official_id = @officialId` },
  putBack: { from: "state = 'active'", set: waiting },
  transfer: {
    from: "state in ('waiting', 'promised', 'active')",
    set: `office_id = @officeId, state = case state when 'active' then 'waiting' else state end, state_since = @at, ${free}`,
  },
  decline: { from: "state in ('waiting', 'promised', 'active')", set: `${ended}, official_id = @officialId, end_reason = 'declined', decline = @reason` },
  promise: { from: "state in ('waiting', 'promised', 'active')", set: `state = 'promised', state_since = @at, call_back_at = @callBackAt, ${free}` },
  queueAgain: { from: "state in ('promised', 'active')", set: waiting },
  ring: { from: `state = 'promised' and ${inNoCall}`, set: "state = 'ringing', state_since = @at, official_id = @officialId" },
  stopRinging: { from: "state = 'ringing'", set: "state = 'promised', state_since = @at, official_id = null" },
  answer: { from: "state = 'ringing'", set: taken },
  withdraw: { from: "state in ('waiting', 'promised', 'ringing')", set: `${ended}, official_id = null, end_reason = 'withdrawn'` },
  // Desk and official end a conversation; what only waits, the desk withdraws and the official declines.
  end: { from: "(state = 'active' or (@by = 'hub' and state <> 'ended'))", set: `${ended}, end_reason = @reason` },
  wrapUp: { from: "state in ('active', 'ended') and wrap_up_kept_at is null", set: 'wrap_up = @sealed, outcome = @outcome' },
};

/** What waits belongs to every official of its office, the rest to the one who has it. */
const ownership: Readonly<Record<Actor['kind'], string>> = {
  hub: 'true',
  desk: 'desk_id = @deskId',
  official: `case when state in ('waiting', 'promised')
    then office_id = (select office_id from official where id = @officialId and disabled_at is null)
    else official_id = @officialId end`,
};

export function stepRows(db: Database.Database): Pick<StoreMethods, 'step' | 'stopUnanswered'> {
  const prepared = new Map<string, Database.Statement>();
  const update = (type: ConsultationEvent['type'], by: Actor['kind']): Database.Statement => {
    const key = `${type} ${by}`;
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const { from, set } = steps[type];
    const made = db.prepare(`update consultation set ${set} where id = @id and ${from} and (${ownership[by]})`);
    prepared.set(key, made);
    return made;
  };
  const read = consultationReader(db, 'c.id = @id');
  const noteWait = waitNoter(db);
  const step = (input: Parameters<StoreMethods['step']>[0]): StoredConsultation | undefined => {
    const { event, by } = input;
    if (update(event.type, by.kind).run(valuesOf(input)).changes === 0) return undefined;
    const [moved] = read({ id: input.id });
    if (event.type === 'claim' && moved?.claimedAt === input.at) noteWait(moved, input.at);
    return moved;
  };
  const unanswered = db.prepare<[string], string>("select id from consultation where state = 'ringing' and state_since <= ?").pluck();
  return {
    step: db.transaction(step).immediate,
    stopUnanswered: db.transaction(({ rangBefore, at }: Parameters<StoreMethods['stopUnanswered']>[0]) =>
      unanswered.all(rangBefore).flatMap((id) => step({ id, event: { type: 'stopRinging' }, by: { kind: 'hub' }, at }) ?? []),
    ).immediate,
  };
}

/** The values of every statement; an event's own official never counts for more than the actor says. */
function valuesOf({ id, event, by, at }: Parameters<StoreMethods['step']>[0]): Record<string, unknown> {
  const own = event.type === 'wrapUp' ? { sealed: JSON.stringify(event.sealed), outcome: event.sealed.outcome } : event;
  return { officialId: null, ...own, ...by, by: by.kind, id, at };
}

function waitNoter(db: Database.Database): (claimed: StoredConsultation, at: string) => void {
  const note = db.prepare('insert into answered_wait (office_id, claimed_at, seconds) values (?, ?, ?)');
  return ({ officeId, askedAt }, at) => void note.run(officeId, at, Math.max(0, Math.round((Date.parse(at) - Date.parse(askedAt)) / 1000)));
}
