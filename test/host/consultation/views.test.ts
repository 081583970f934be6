import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepView } from '../../../electron/host/consultation/keep-view.ts';
import { findConsultation, insertConsultation } from '../../../electron/host/consultation/consultation-store.ts';
import { consultationRecord } from '../../../electron/host/consultation/consultation-record.ts';
import { consultationOutcomes, declineReasons, endReasons } from '../../../shared/hub/closed-lists.ts';
import { deskHubViewSchema } from '../../../shared/hub/hub-views.ts';
import type { DeskHubView } from '../../../shared/hub/hub-views.ts';
import type { ConsultationRecord } from '../../../shared/session/consultation-view.ts';
import { clerk, recordsInAFolder, valueOf } from '../session/context-in-a-folder.ts';
import { consultation, question } from './desk-at-a-hub.ts';

const hubAddress = 'https://hub.example.it';
const ids = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-0000000000ff'] as const;
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

/** Whatever keeps the shape, sense or not: an end without a reason, a claim by nobody, wrap-ups nobody can open. */
const seen = fc
  .record({
    id: fc.constantFrom(...ids),
    officeName: fc.string(),
    state: fc.constantFrom('waiting', 'promised', 'ringing', 'active', 'ended'),
    callBackAt: orNull(instant),
    officialName: orNull(fc.string()),
    endReason: orNull(fc.constantFrom(...endReasons)),
    decline: orNull(fc.constantFrom(...declineReasons)),
    wrapUp: orNull(fc.record({ outcome: fc.constantFrom(...consultationOutcomes), standardRoute: fc.boolean(), words: fc.constant({ senderKey: 'a', iv: 'b', sealed: 'c' }) })),
  })
  .map(({ id, ...change }) => consultation(id, change));
const views = fc.array(fc.array(seen, { maxLength: 4 }).map((consultations): DeskHubView => ({ deskName: 'x', offices: [], consultations })), { minLength: 1, maxLength: 12 });

function recordOf(db: Database.Database, id: string): ConsultationRecord {
  const row = findConsultation(db, id);
  if (row === undefined) throw new Error(`no consultation ${id}`);
  return consultationRecord(db, row);
}

test('whatever a hub shows, one view after the other, the records stay whole and say what it said last', () => {
  const { db, context, as } = recordsInAFolder();
  const ground = context(clerk);
  const { id: sessionId } = valueOf(as(clerk).openSession({ privacy: 'anonymous' }));
  const [first, second, foreign] = ids;
  const row = { session_id: sessionId, run_id: null, office_id: 'parma', office_name: 'INPS Parma', question_json: JSON.stringify(question), sealing_public_key: 'K', sealing_private_key: null, asked_at: '2026-03-10T08:00:00.000Z' };
  insertConsultation(db, { ...row, id: first, hub_address: hubAddress });
  insertConsultation(db, { ...row, id: second, hub_address: 'https://another.example.it' });
  const elsewhere = recordOf(db, second);
  fc.assert(
    fc.property(views, (shown) => {
      for (const view of shown) {
        const parsed = deskHubViewSchema.parse(view);
        keepView(ground, hubAddress, parsed);
        const kept = recordOf(db, first);
        const last = parsed.consultations.findLast(({ id }) => id === first);
        expect(kept.stage).toBe(last?.state ?? kept.stage);
        expect((kept.endedAt !== null) === (kept.stage === 'ended' || kept.stage === 'lost')).toBe(true);
      }
      expect(recordOf(db, second)).toEqual(elsewhere);
      expect(findConsultation(db, foreign)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('a consultation the hub knows nothing of is lost, and found again when it does', () => {
  const { db, context, as } = recordsInAFolder();
  const ground = context(clerk);
  const { id: sessionId } = valueOf(as(clerk).openSession({ privacy: 'anonymous' }));
  const [id] = ids;
  insertConsultation(db, { id, session_id: sessionId, run_id: null, hub_address: hubAddress, office_id: 'parma', office_name: '', question_json: JSON.stringify(question), sealing_public_key: 'K', sealing_private_key: null, asked_at: '2026-03-10T08:00:00.000Z' });
  const view = (...consultations: DeskHubView['consultations']): DeskHubView => ({ deskName: 'x', offices: [], consultations });
  const stage = () => findConsultation(db, id)?.stage;
  expect(keepView(ground, hubAddress, view()).map((missing) => missing.id)).toEqual([id]);
  expect(stage()).toBe('asking');
  keepView(ground, hubAddress, view(consultation(id)));
  expect(keepView(ground, hubAddress, view())).toEqual([]);
  expect(stage()).toBe('lost');
  keepView(ground, hubAddress, view(consultation(id, { state: 'active' })));
  expect(stage()).toBe('active');
});
