import { Temporal } from 'temporal-polyfill';
import { calendarDay, instantText } from '../../../shared/desk/clock.ts';
import type { Outcome } from '../../../shared/session/closed-lists.ts';
import type { Closing } from '../../../shared/session/session-view.ts';
import { insertFollowUp, settleFollowUpRow } from '../session/follow-up-store.ts';
import { insertPerson } from '../session/person-store.ts';
import { closeRow, insertSession, nextSessionNumber, suspendRow, touchSession } from '../session/session-store.ts';
import type { Chance } from './chance.ts';
import type { SyntheticParty } from './synthetic-people.ts';
import { writeRun } from './synthetic-run.ts';
import type { SyntheticRun } from './synthetic-run.ts';
import type { SyntheticWriting } from './synthetic-writing.ts';

/** One session to be written down. */
export interface SyntheticSession {
  readonly at: Temporal.Instant;
  readonly clerkId: string;
  readonly party: SyntheticParty;
  readonly run: SyntheticRun | undefined;
  readonly unfinished: boolean;
}

/** A process no desk ever was. */
const processId = 'synthetic';

/** Writes a whole session: opened, its people, its run, its end, and the journal lines that tell the bones of it. */
export function writeSession(writing: SyntheticWriting, session: SyntheticSession): void {
  const { at, clerkId, run, unfinished } = session;
  const sessionId = writing.id(at);
  const endsAt = at.add({ minutes: writing.chance.between(12, 45) });
  const outcome = run === undefined ? 'info-only' : run.walk.outcome;
  open(writing, session, sessionId);
  const mainPerson = seatPeople(writing, session, sessionId);
  if (run !== undefined) {
    const { id: procedure, version } = run.entry.procedure;
    writing.tell({ event: 'run-started', clerkId, sessionId, at, data: { procedure, version } });
    writeRun(writing, run, { sessionId, mainPerson, at, ending: unfinished ? undefined : { at: endsAt, outcome } });
  }
  if (unfinished) suspend(writing, clerkId, sessionId, endsAt);
  else close(writing, clerkId, sessionId, endsAt, outcome);
  touchSession(writing.db, sessionId, instantText(endsAt));
}

function open(writing: SyntheticWriting, { at, clerkId, party }: SyntheticSession, sessionId: string): void {
  const number = nextSessionNumber(writing.db, calendarDay(at).slice(0, 4));
  const { privacy } = party;
  insertSession(writing.db, { id: sessionId, number, privacy, clerk_id: clerkId, process_id: processId, opened_at: instantText(at), continues: null });
  writing.tell({ event: 'session-opened', clerkId, sessionId, at, data: { privacy } });
}

/** Returns the main person's id. */
function seatPeople(writing: SyntheticWriting, { at, party }: SyntheticSession, sessionId: string): string {
  const seen = instantText(at);
  let mainPerson = '';
  for (const { role, relation, residentId } of party.people) {
    const id = writing.id(at);
    if (role === 'main') mainPerson = id;
    const identity = { identity_document: 'carta-identita', identity_in_date: writing.chance.percent(96) ? 1 : 0, identity_seen_at: seen } as const;
    insertPerson(writing.db, { id, session_id: sessionId, resident_id: residentId, role, relation, ...identity }, seen);
  }
  return mainPerson;
}

function suspend(writing: SyntheticWriting, clerkId: string, sessionId: string, at: Temporal.Instant): void {
  suspendRow(writing.db, sessionId);
  writing.tell({ event: 'session-suspended', clerkId, sessionId, at, data: {} });
}

function close(writing: SyntheticWriting, clerkId: string, sessionId: string, at: Temporal.Instant, outcome: Outcome): void {
  const { db, chance } = writing;
  const closing = closingAs(chance, outcome);
  closeRow(db, { id: sessionId, closed_at: instantText(at), ...closing });
  writing.tell({ event: 'session-closed', clerkId, sessionId, at, data: { ...closing } });
  if (chance.percent(25)) addFollowUp(writing, sessionId, at);
}

const closingAs = (chance: Chance, outcome: Outcome): Closing => ({
  outcome,
  autonomy: chance.pick([1, 1, 1, 2, 2, 3]),
  useful: chance.pick(['yes', 'yes', 'yes', 'yes', 'unknown', 'no']),
  referral: outcome === 'referred' || outcome === 'documents-missing' ? 'patronato' : 'none',
});

/** Follow-ups are done by the last day, but for those due in the ten days before it. */
function addFollowUp({ db, chance, lastDay, id }: SyntheticWriting, sessionId: string, at: Temporal.Instant): void {
  const followUp = id(at);
  const due = calendarDay(at.add({ hours: 24 * chance.between(15, 60) }));
  insertFollowUp(db, { id: followUp, session: sessionId, due, what: chance.pick(['Verificare l’esito della domanda', 'Portare i documenti mancanti', 'Controllare il pagamento']) });
  const settledBefore = Temporal.PlainDate.from(lastDay).subtract({ days: 10 }).toString();
  if (due < settledBefore) settleFollowUpRow(db, followUp, 'done', instantText(at));
}
