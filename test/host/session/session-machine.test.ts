import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJournal } from '../../../electron/host/journal.ts';
import { markInterrupted } from '../../../electron/host/records/interrupted-sessions.ts';
import { verifyChain } from '../../../electron/host/records/verify-journal.ts';
import { createSessionMethods } from '../../../electron/host/session-methods.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { privacyKinds } from '../../../shared/session/closed-lists.ts';
import { clerk, colleague, recordsInAFolder, supervisor, valueOf } from './context-in-a-folder.ts';
import type { Methods, RecordsInAFolder } from './context-in-a-folder.ts';
import { closing, standingClock } from './session-desk.ts';
import { expectedRefusal, isEmpty, runOf } from './session-model.ts';
import type { Deed, Model, ModelSession, SessionDeed } from './session-model.ts';

const session = fc.nat({ max: 5 });
const run = fc.nat({ max: 2 });
const privacy = fc.constantFrom(...privacyKinds);
const plain = fc.constantFrom('suspend', 'resume', 'close', 'reopen', 'close-interrupted', 'add-main', 'remove-main', 'start-run');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), privacy }) },
  { weight: 12, arbitrary: fc.record({ do: plain, session }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('privacy' as const), session, privacy }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('end-run', 'resume-run', 'intend', 'settle'), session, run }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sit' as const), seat: fc.constantFrom(clerk, colleague, supervisor) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'crash' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }) },
);

/** The real records, through whoever sits at the desk in whichever process. */
function realDesk() {
  const time = standingClock();
  const records: RecordsInAFolder = recordsInAFolder({ clock: time.clock });
  let processId = 'first';
  return {
    db: records.db,
    wait: (days: number) => time.goOn({ hours: days * 24 }),
    as: (seat: string): Methods => createSessionMethods({ ...records.context(seat), processId }) as Methods,
    crash: () => {
      processId = randomUUID();
      markInterrupted(records.db, createJournal(records.db, time.clock, null), processId);
    },
  };
}

/** Asks the real desk for a deed. */
function ask(methods: Methods, known: ModelSession, wish: SessionDeed): Answer<unknown> {
  const sessionId = known.id;
  const runId = ('run' in wish ? runOf(known, wish)?.id : undefined) ?? randomUUID();
  switch (wish.do) {
    case 'suspend':
      return methods.suspendSession({ sessionId });
    case 'resume':
      return methods.resumeSession({ sessionId });
    case 'close':
      return methods.closeSession({ sessionId, closing, followUp: null });
    case 'reopen':
      return methods.reopenSession({ sessionId });
    case 'close-interrupted':
      return methods.closeInterrupted({ sessionId });
    case 'add-main':
      return methods.addPerson({ sessionId, person: { role: 'main', details: { surname: `Rossi ${sessionId}` } } });
    case 'remove-main':
      return methods.removePerson({ sessionId, personId: known.mainPerson ?? randomUUID() });
    case 'start-run':
      return methods.startRun({ sessionId, procedure: 'sample' });
    case 'privacy':
      return methods.changePrivacy({ sessionId, privacy: wish.privacy });
    case 'end-run':
      return methods.endRun({ runId, outcome: 'info-only' });
    case 'resume-run':
      return methods.resumeRun({ runId });
    case 'intend':
      return methods.intendSubmission({ runId, step: 'send' });
    case 'settle':
      return methods.settleSubmission({ runId, submissionId: ('run' in wish ? runOf(known, wish)?.pending : undefined) ?? randomUUID(), sent: true });
  }
}

/** What a deed that was done makes of a session. */
function follow(model: Model, known: ModelSession, wish: SessionDeed): void {
  const meant = 'run' in wish ? runOf(known, wish) : undefined;
  const end = () => {
    known.state = 'closed';
    known.everClosed = true;
    known.daysClosed = 0;
    for (const one of known.runs) one.ended = true;
  };
  switch (wish.do) {
    case 'suspend':
      known.state = 'suspended';
      break;
    case 'resume':
    case 'reopen':
      known.state = 'open';
      known.clerk = model.seat;
      break;
    case 'close':
    case 'close-interrupted':
      end();
      break;
    case 'privacy':
      known.privacy = wish.privacy;
      break;
    case 'end-run':
      if (meant) meant.ended = true;
      break;
    case 'resume-run':
      if (meant) meant.ended = false;
      break;
    case 'add-main':
    case 'remove-main':
    case 'start-run':
    case 'intend':
    case 'settle':
  }
}

/** Ids the model cannot know, taken from the records after each deed; and the records must be as the model has them. */
function compare(methods: Methods, known: ModelSession): void {
  const detail = valueOf(methods.readSession({ sessionId: known.id }));
  const mains = detail.people.filter(({ role }) => role === 'main');
  known.mainPerson = mains[0]?.id;
  known.runs = detail.runs.map(({ record }, index) => ({
    id: record.id,
    ended: known.runs[index]?.ended ?? false,
    pending: record.submissions.find(({ result }) => result === undefined)?.id,
  }));
  expect(detail).toMatchObject({ state: known.state, privacy: known.privacy });
  expect(detail.runs.map(({ record }) => record.endedAt !== undefined)).toEqual(known.runs.map(({ ended }) => ended));
  expect(mains.length).toBeLessThanOrEqual(1);
  expect(known.privacy === 'anonymous' && mains.length === 0).toBe(false);
  expect(detail.closedAt !== undefined).toBe(known.state === 'closed');
}

function perform(desk: ReturnType<typeof realDesk>, model: Model, wish: Deed): void {
  switch (wish.do) {
    case 'sit':
      model.seat = wish.seat;
      return;
    case 'wait':
      desk.wait(wish.days);
      for (const known of model.sessions) known.daysClosed += wish.days;
      return;
    case 'crash':
      desk.crash();
      for (const known of model.sessions) if (known.state === 'open') known.state = 'interrupted';
      return;
    case 'open':
      opened(desk, model, wish.privacy);
      return;
    default:
      performIn(desk, model, wish);
  }
}

function opened(desk: ReturnType<typeof realDesk>, model: Model, as: ModelSession['privacy']): void {
  const { id, number } = valueOf(desk.as(model.seat).openSession({ privacy: as }));
  expect(number).toBe(numberAfter(model.sessions.at(-1)));
  const known: ModelSession = { id, number, everClosed: false, state: 'open', privacy: as, clerk: model.seat, mainPerson: undefined, runs: [], daysClosed: 0 };
  model.sessions.push(known);
  compare(desk.as(supervisor), known);
}

/** The running number after a session's; the first of the year after none. */
const numberAfter = (last: ModelSession | undefined): string => `2026-${String(Number(last?.number.slice(5) ?? 0) + 1).padStart(5, '0')}`;

function thrownAway(methods: Methods, model: Model, known: ModelSession): void {
  model.sessions.splice(model.sessions.indexOf(known), 1);
  expect(methods.readSession({ sessionId: known.id })).toMatchObject({ code: 'no-such-session' });
}

function performIn(desk: ReturnType<typeof realDesk>, model: Model, wish: SessionDeed): void {
  const known = model.sessions[wish.session % Math.max(1, model.sessions.length)];
  if (known === undefined) return;
  const refusal = expectedRefusal(model, known, wish);
  const goes = wish.do === 'close-interrupted' && isEmpty(known);
  const reply = ask(desk.as(model.seat), known, wish);
  expect(reply.ok ? undefined : reply.code).toBe(refusal);
  if (refusal === undefined && goes) return thrownAway(desk.as(supervisor), model, known);
  if (refusal === undefined) follow(model, known, wish);
  compare(desk.as(supervisor), known);
}

test('whatever is done in whatever order, a desk refuses what it must and its records stay sound', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40, minLength: 10 }), async (deeds) => {
      const desk = realDesk();
      const model: Model = { seat: clerk, sessions: [] };
      perform(desk, model, { do: 'open', privacy: 'named' });
      for (const wish of deeds) perform(desk, model, wish);

      expect(await verifyChain(desk.db)).toMatchObject({ intact: true });
      const numbers = desk.db.prepare('select number from session order by rowid').pluck().all();
      expect(numbers).toEqual(model.sessions.map(({ number }) => number));
      const orphans = desk.db.prepare('select count(*) from resident where id not in (select resident_id from session_person)').pluck().get();
      const unusedWords = desk.db.prepare('select count(*) from name_token where id not in (select token_id from resident_token)').pluck().get();
      expect([orphans, unusedWords]).toEqual([0, 0]);
      const unfinished = valueOf(desk.as(supervisor).readHome({})).unfinished.map(({ id }) => id);
      expect(unfinished.sort()).toEqual(model.sessions.filter(({ state }) => state !== 'closed').map(({ id }) => id).sort());
    }),
    { numRuns: 60 },
  );
});
