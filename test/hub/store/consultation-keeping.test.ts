import { describe, expect, test } from 'vitest';
import { desks, offices, officials, question } from '../sample-hub.ts';
import { asked, at, furnishedStore, later } from './opened-store.ts';

const id = (n: number): string => `c0000000-0000-4000-8000-00000000000${n}`;
const ivo = officials[0].id;
const byIvo = { kind: 'official', officialId: ivo } as const;
const byDesk = { kind: 'desk', deskId: desks[0].id } as const;
const claim = { type: 'claim', officialId: ivo, callId: 'd0000000-0000-4000-8000-000000000001' } as const;
const sealed = { outcome: 'solved', standardRoute: false, words: { senderKey: 'k', iv: 'i', sealed: 'parole' } } as const;
const eternity = '2100-01-01T00:00:00.000Z';

describe('asking', () => {
  test('stops at so many unfinished questions of a desk, and goes on when one has ended', () => {
    const store = furnishedStore();
    for (const n of [1, 2, 3, 4, 5]) expect(asked(store, id(n))).toBe('asked');
    expect(asked(store, id(6))).toBe('full');
    expect(asked(store, id(6), desks[1].id)).toBe('asked');
    store.step({ id: id(1), event: { type: 'withdraw' }, by: byDesk, at });
    expect(asked(store, id(7))).toBe('asked');
  });

  test('of another desk with the same id changes nothing', () => {
    const store = furnishedStore();
    asked(store, id(1));
    expect(asked(store, id(1), desks[1].id)).toBe('foreign');
    expect(store.consultation(id(1))?.deskId).toBe(desks[0].id);
  });
});

describe('the result', () => {
  test('stays sealed until the desk has kept it, and then only its outcome', () => {
    const store = furnishedStore();
    asked(store, id(1));
    expect(store.confirmWrapUp({ id: id(1), deskId: desks[0].id, at })).toBe(false);
    store.step({ id: id(1), event: claim, by: byIvo, at });
    store.step({ id: id(1), event: { type: 'wrapUp', officialId: ivo, sealed }, by: byIvo, at });
    store.step({ id: id(1), event: { type: 'end', reason: 'done' }, by: byIvo, at });
    expect(store.consultationsOfDesk(desks[0].id)[0]?.wrapUp).toEqual(sealed);
    expect(store.confirmWrapUp({ id: id(1), deskId: desks[1].id, at })).toBe(false);
    expect([store.confirmWrapUp({ id: id(1), deskId: desks[0].id, at }), store.confirmWrapUp({ id: id(1), deskId: desks[0].id, at })]).toEqual([true, true]);
    expect(store.consultation(id(1))).toMatchObject({ wrapUp: null, outcome: 'solved', wrapUpKept: true });
    expect(store.consultationsOfDesk(desks[0].id)).toEqual([]);
    expect(store.step({ id: id(1), event: { type: 'wrapUp', officialId: ivo, sealed }, by: byIvo, at })).toBeUndefined();
  });

  test('that no desk has kept outlives the day', () => {
    const store = furnishedStore();
    asked(store, id(1));
    asked(store, id(2));
    store.step({ id: id(1), event: claim, by: byIvo, at });
    store.step({ id: id(1), event: { type: 'wrapUp', officialId: ivo, sealed }, by: byIvo, at });
    for (const one of [id(1), id(2)]) store.step({ id: one, event: { type: 'end', reason: 'expired' }, by: { kind: 'hub' }, at });
    expect(store.purge({ keptOrNone: eternity, others: at, at })).toBe(1);
    expect(store.consultation(id(1))).toBeDefined();
    expect(store.purge({ keptOrNone: eternity, others: eternity, at })).toBe(1);
  });
});

test('waits of first claims are told, the latest first, and not those of a question put back', () => {
  const store = furnishedStore();
  asked(store, id(1));
  asked(store, id(2));
  store.step({ id: id(1), event: claim, by: byIvo, at: '2026-10-09T07:01:00.000Z' });
  store.step({ id: id(1), event: { type: 'putBack', officialId: ivo }, by: byIvo, at: '2026-10-09T07:02:00.000Z' });
  store.step({ id: id(2), event: claim, by: byIvo, at: '2026-10-09T07:03:00.000Z' });
  store.step({ id: id(2), event: { type: 'end', reason: 'done' }, by: byIvo, at: '2026-10-09T07:04:00.000Z' });
  store.step({ id: id(1), event: { ...claim, callId: 'd0000000-0000-4000-8000-000000000002' }, by: byIvo, at: '2026-10-09T07:05:00.000Z' });
  expect(store.latestWaits({ officeId: offices[0].id, most: 20 })).toEqual([180, 60]);
});

test('a call-back nobody answers falls back to promised, and only that one', () => {
  const store = furnishedStore();
  for (const n of [1, 2]) {
    asked(store, id(n));
    store.step({ id: id(n), event: { type: 'promise', callBackAt: later }, by: byDesk, at });
  }
  store.step({ id: id(1), event: { type: 'ring', officialId: ivo }, by: byIvo, at });
  store.step({ id: id(2), event: { type: 'ring', officialId: officials[1].id }, by: { kind: 'official', officialId: officials[1].id }, at: later });
  expect(store.stopUnanswered({ rangBefore: at, at: later }).map((one) => one.id)).toEqual([id(1)]);
  expect(store.consultation(id(1))?.state).toEqual({ at: 'promised', callBackAt: later });
  expect(store.consultation(id(2))?.state.at).toBe('ringing');
});

test('barring a desk ends what it has under way', () => {
  const store = furnishedStore();
  asked(store, id(1));
  asked(store, id(2), desks[1].id);
  store.step({ id: id(1), event: claim, by: byIvo, at });
  expect(store.revokeDesk({ id: desks[0].id, at })?.map((one) => one.state.at)).toEqual(['active']);
  expect(store.consultation(id(1))?.state).toMatchObject({ at: 'ended', reason: 'desk-revoked', officialId: ivo });
  expect(store.consultation(id(2))?.state.at).toBe('waiting');
  expect(store.revokeDesk({ id: desks[0].id, at })).toBeUndefined();
});

test('progress and medium are told by the desk whose consultation it is', () => {
  const store = furnishedStore();
  const checklist = { procedure: 'Invalidità civile', steps: [], documents: [] };
  asked(store, id(1));
  store.step({ id: id(1), event: claim, by: byIvo, at });
  expect(store.reportProgress({ id: id(1), deskId: desks[1].id, checklist })).toBe(false);
  expect(store.reportProgress({ id: id(1), deskId: desks[0].id, checklist })).toBe(true);
  expect(store.reportMedium({ callId: claim.callId, deskId: desks[1].id, medium: 'phone' })).toBe(false);
  expect(store.reportMedium({ callId: claim.callId, deskId: desks[0].id, medium: 'phone' })).toBe(true);
  expect(store.consultation(id(1))).toMatchObject({ checklist, medium: 'phone', question });
});
