import { expect, test } from 'vitest';
import { dispatch } from '../../../electron/host/desk-dispatch.ts';
import type { Desk } from '../../../electron/host/desk-methods.ts';
import type { DeskInput, DeskMethod } from '../../../shared/desk/desk-api.ts';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { lookInto } from '../records-on-disk.ts';
import { closing, namedSession, sessionDesk } from '../session/session-desk.ts';

const marco = { displayName: 'Marco Riva', role: 'clerk', passphrase: 'tre civette sul comò' } as const;
const next = 'quattro mele e una pera';

/** Sends calls through the gate one after the other without waiting for any reply, and gives what came back of each. */
async function atOnce(desk: Desk, ...calls: readonly (readonly [DeskMethod, unknown])[]): Promise<readonly string[]> {
  const replies = await Promise.all(calls.map(([method, input]) => dispatch(desk, method, input)));
  return replies.map((reply) => (reply.ok ? 'done' : reply.code));
}

async function deskWithMarco() {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  const { id: marcoId } = await valueOf(desk.methods.addClerk(marco));
  const elena: DeskInput<'signIn'> = { clerkId, passphrase: firstSetup.passphrase };
  return { folder, desk, methods: desk.methods, elena, clerkId, marcoId, asMarco: { clerkId: marcoId, passphrase: marco.passphrase } };
}

/** Everything a supervisor may ask for that has to wait its turn. */
const inNameOf = (marcoId: string) =>
  [
    ['resetPassphrase', { clerkId: marcoId, passphrase: next }],
    ['changePassphrase', { current: firstSetup.passphrase, next }],
    ['addClerk', { ...marco, displayName: 'Ada Neri' }],
    ['disableClerk', { clerkId: marcoId }],
    ['renewRecoveryCode', {}],
    ['confirmRecoveryCode', {}],
  ] as const;

test.each([0, 1, 2, 3, 4, 5])('what a supervisor asked before somebody else sat down is not done in that seat (%i)', async (index) => {
  const { folder, desk, marcoId, asMarco, elena, methods } = await deskWithMarco();
  const call = inNameOf(marcoId)[index];
  if (call === undefined) throw new Error('no such call');
  expect(await atOnce(desk, ['signIn', asMarco], call)).toEqual(['done', 'not-signed-in']);
  expect(desk.seat()).toMatchObject({ clerkId: marcoId });
  expect(await methods.signIn(elena)).toMatchObject({ ok: true });
  expect((await valueOf(methods.listClerks({}))).map(({ displayName, enabled }) => [displayName, enabled])).toEqual([['Elena Conti', true], ['Marco Riva', true]]);
  const events = (await lookInto(folder)).prepare("select event from journal where event glob 'recovery-*' or event glob 'passphrase-*' or event glob 'clerk-*'").pluck().all();
  expect(events).toEqual(['clerk-added']);
});

test('not in the next clerk’s seat, and not in the same clerk’s new one either', async () => {
  const { desk, marcoId, asMarco, elena } = await deskWithMarco();
  const ask = ['resetPassphrase', { clerkId: marcoId, passphrase: next }] as const;
  expect(await atOnce(desk, ['signIn', asMarco], ['signIn', elena], ask)).toEqual(['done', 'done', 'not-signed-in']);
  expect(await atOnce(desk, ['signOut', {}], ask)).toEqual(['done', 'not-signed-in']);
  expect(await atOnce(desk, ['signIn', asMarco])).toEqual(['done']);
});

test('a passphrase given and an account disabled happen in the order they were asked', async () => {
  const { desk, marcoId, asMarco } = await deskWithMarco();
  expect(await atOnce(desk, ['resetPassphrase', { clerkId: marcoId, passphrase: next }], ['disableClerk', { clerkId: marcoId }])).toEqual(['done', 'done']);
  expect(await atOnce(desk, ['signIn', asMarco], ['signIn', { clerkId: marcoId, passphrase: next }])).toEqual(['account-disabled', 'account-disabled']);
});

test('two supervisors cannot disable each other at the same moment', async () => {
  const { desk, methods, clerkId } = await deskWithMarco();
  const { id } = await valueOf(methods.addClerk({ ...marco, displayName: 'Ada Neri', role: 'supervisor' }));
  expect(await atOnce(desk, ['disableClerk', { clerkId }], ['disableClerk', { clerkId: id }])).toEqual(['done', 'not-signed-in']);
  expect(await atOnce(desk, ['signIn', { clerkId: id, passphrase: marco.passphrase }])).toEqual(['done']);
});

test('of two who sign in at once the last one sits, and the seat is whole', async () => {
  const { folder, desk, marcoId, asMarco, elena } = await deskWithMarco();
  expect(await atOnce(desk, ['signIn', elena], ['signIn', asMarco], ['signIn', { ...asMarco, passphrase: 'sbagliata sbagliata' }])).toEqual(['done', 'done', 'wrong-passphrase']);
  expect(desk.seat()).toMatchObject({ clerkId: marcoId, role: 'clerk' });
  const { intact } = await valueOf((await signedInAs(desk, elena)).methods.verifyJournal({}));
  expect(intact).toBe(true);
  expect((await lookInto(folder)).pragma('quick_check(1)', { simple: true })).toBe('ok');
});

async function signedInAs(desk: Desk, who: DeskInput<'signIn'>): Promise<Desk> {
  await valueOf(desk.methods.signIn(who));
  return desk;
}

test('a set-up finished twice makes one desk, and the first one’s passphrase opens it', async () => {
  const desk = openDesk(temporaryFolder());
  const second = { ...firstSetup, supervisorName: 'Ada Neri', passphrase: next };
  expect(await atOnce(desk, ['completeSetup', firstSetup], ['completeSetup', second], ['saveSetupDraft', { comune: {}, step: 1 }])).toEqual(['done', 'already-set-up', 'done']);
  const { clerks, state } = await valueOf(desk.methods.describeDesk({}));
  expect([state, clerks.map(({ displayName }) => displayName)]).toEqual(['signed-in', ['Elena Conti']]);
  expect(await desk.methods.signIn({ clerkId: clerks[0]?.id ?? '', passphrase: firstSetup.passphrase })).toMatchObject({ ok: true });
});

test('a run ended twice and a session closed twice at once are ended and closed once', async () => {
  const { desk, folder } = await sessionDesk();
  const { id: sessionId } = await namedSession(desk);
  const { record } = await valueOf(desk.methods.startRun({ sessionId, procedure: 'sample' }));
  const end = ['endRun', { runId: record.id, outcome: 'submitted' }] as const;
  const close = ['closeSession', { sessionId, closing, followUp: { due: '2026-04-01', what: 'richiamare' } }] as const;
  expect(await atOnce(desk, end, end, close, close)).toEqual(['done', 'run-ended', 'done', 'session-closed']);
  const told = (await lookInto(folder)).prepare("select event from journal where event in ('run-ended', 'session-closed', 'follow-up-added') order by event").pluck().all();
  expect(told).toEqual(['follow-up-added', 'run-ended', 'session-closed']);
});
