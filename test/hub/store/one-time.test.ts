import { describe, expect, test } from 'vitest';
import { desks, offices, officials } from '../sample-hub.ts';
import { asked, at, furnishedStore, later, openedStore } from './opened-store.ts';

const call = 'd0000000-0000-4000-8000-000000000001';
const consultation = 'c0000000-0000-4000-8000-000000000001';
const lea = officials[1].id;
const byDesk = { kind: 'desk', deskId: desks[0].id } as const;

describe('an enrolment code', () => {
  const enrol = { hash: 'new', deskId: 'a0000000-0000-4000-8000-000000000009', publicKey: 'another', name: 'Comune Nuovo', at };

  test('enrols one desk, and the same one again when its reply was lost', () => {
    const store = furnishedStore();
    store.addEnrolmentCode({ hash: 'new', at, expiresAt: later });
    expect(store.enrol(enrol)).toEqual({ deskId: enrol.deskId });
    expect(store.enrol({ ...enrol, deskId: 'a0000000-0000-4000-8000-000000000010' })).toEqual({ deskId: enrol.deskId });
    expect(store.enrol({ ...enrol, deskId: 'a0000000-0000-4000-8000-000000000011', publicKey: 'third' })).toBe('used');
    expect(store.desks()).toHaveLength(3);
  });

  test('opens nothing when it is wrong or has expired, and leaves no desk behind', () => {
    const store = furnishedStore();
    store.addEnrolmentCode({ hash: 'new', at, expiresAt: later });
    expect(store.enrol({ ...enrol, hash: 'guess' })).toBe('wrong');
    expect(store.enrol({ ...enrol, at: later })).toBe('expired');
    expect(store.desks()).toHaveLength(2);
  });

  test('does not let the key of a barred desk back in', () => {
    const store = furnishedStore();
    store.addEnrolmentCode({ hash: 'new', at, expiresAt: later });
    expect(store.revokeDesk({ id: desks[0].id, at })).toEqual([]);
    expect(store.enrol({ ...enrol, publicKey: 'key-0' })).toBe('wrong');
    expect(store.enrol(enrol)).toEqual({ deskId: enrol.deskId });
  });
});

describe('an invitation', () => {
  const open = { invitation: 'inv', session: { hash: 'cookie', expiresAt: '2026-10-09T19:00:00.000Z' }, at };

  test('opens one session, until it ends or runs out', () => {
    const store = furnishedStore();
    store.addInvitation({ hash: 'inv', officialId: lea, expiresAt: later });
    expect(store.openSession(open)).toEqual({ officialId: lea });
    expect(store.openSession({ ...open, session: { ...open.session, hash: 'second' } })).toBe('used');
    expect(store.sessionOf({ hash: 'cookie', at })?.official.name).toBe('Lea Prova');
    expect(store.sessionOf({ hash: 'cookie', at: open.session.expiresAt })).toBeUndefined();
    expect(store.sessionOf({ hash: 'second', at })).toBeUndefined();
    store.endSession({ hash: 'cookie', at });
    expect(store.sessionOf({ hash: 'cookie', at })).toBeUndefined();
  });

  test('opens nothing when wrong, expired, or its official is barred', () => {
    const store = furnishedStore();
    store.addInvitation({ hash: 'inv', officialId: lea, expiresAt: later });
    expect(store.openSession({ ...open, invitation: 'guess' })).toBe('wrong');
    expect(store.openSession({ ...open, at: later })).toBe('expired');
    expect(store.openSession(open)).toEqual({ officialId: lea });
    store.addInvitation({ hash: 'second', officialId: lea, expiresAt: later });
    expect(store.disableOfficial({ id: lea, at })).toBe(true);
    expect(store.disableOfficial({ id: lea, at })).toBe(false);
    expect(store.openSession({ ...open, invitation: 'second', session: { ...open.session, hash: 'other' } })).toBe('wrong');
    expect(store.sessionOf({ hash: 'cookie', at })).toBeUndefined();
  });
});

describe('a guest', () => {
  const invite = { hash: 'guest-link', callId: call, role: 'interpreter', by: byDesk, at, expiresAt: later } as const;
  const inCall = () => {
    const store = furnishedStore();
    asked(store, consultation);
    store.step({ id: consultation, event: { type: 'claim', officialId: lea, callId: call }, by: { kind: 'official', officialId: lea }, at });
    return store;
  };

  test('comes in once; a call has room for two', () => {
    const store = inCall();
    expect(store.inviteGuest(invite)).toBe('guest-1');
    expect(store.inviteGuest({ ...invite, hash: 'b', by: { kind: 'official', officialId: lea } })).toBe('guest-2');
    expect(store.inviteGuest({ ...invite, hash: 'c' })).toBe('call-full');
    expect(store.letGuestIn({ hash: 'guest-link', cookieHash: 'g', at })).toMatchObject({ party: 'guest-1', role: 'interpreter', entered: true });
    expect(store.letGuestIn({ hash: 'guest-link', cookieHash: 'h', at })).toBe('used');
    expect(store.guestOf('g')).toMatchObject({ callId: call });
    expect(store.letGuestIn({ hash: 'b', cookieHash: 'h', at: later })).toBe('expired');
    expect(store.inviteGuest({ ...invite, hash: 'd', at: later, expiresAt: '2026-10-09T08:15:00.000Z' })).toBe('guest-2');
  });

  test('is invited and removed by who is in the call, and gone with it', () => {
    const store = inCall();
    expect(store.inviteGuest({ ...invite, by: { kind: 'desk', deskId: desks[1].id } })).toBe('no-such-call');
    store.inviteGuest(invite);
    store.letGuestIn({ hash: 'guest-link', cookieHash: 'g', at });
    expect(store.removeGuest({ callId: call, party: 'guest-1', by: { kind: 'official', officialId: officials[0].id } })).toBe(false);
    expect(store.guestOf('g')).toBeDefined();
    store.step({ id: consultation, event: { type: 'end', reason: 'done' }, by: byDesk, at });
    expect(store.guestOf('g')).toBeUndefined();
    expect(store.inviteGuest(invite)).toBe('no-such-call');
  });

  test('who was removed opens nothing any more', () => {
    const store = inCall();
    store.inviteGuest(invite);
    store.letGuestIn({ hash: 'guest-link', cookieHash: 'g', at });
    expect(store.removeGuest({ callId: call, party: 'guest-1', by: byDesk })).toBe(true);
    expect(store.guestOf('g')).toBeUndefined();
    expect(store.letGuestIn({ hash: 'guest-link', cookieHash: 'h', at })).toBe('wrong');
  });
});

test('an office can be changed after it was added', () => {
  const store = openedStore();
  store.putOffice(offices[0]);
  store.putOffice({ ...offices[0], phone: null });
  expect(store.offices()).toEqual([{ ...offices[0], phone: null }]);
});
