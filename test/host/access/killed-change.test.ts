import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Desk } from '../../../electron/host/desk-methods.ts';
import { killedAtEachStep } from '../../kill/killed-at-each-step.ts';
import type { Call } from '../../kill/killed-at-each-step.ts';
import { deskSetUp, firstSetup, startDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';

const marco = { displayName: 'Marco Riva', role: 'clerk', passphrase: 'tre civette sul comò' } as const;
const next = 'quattro mele e una pera';

/** A desk of Elena and Marco that is closed, in a folder to be copied. */
async function closedDesk() {
  const folder = temporaryFolder();
  const { desk, clerkId, recoveryCode } = await deskSetUp(folder);
  const { id: marcoId } = await valueOf(desk.methods.addClerk(marco));
  await valueOf(desk.methods.confirmRecoveryCode({}));
  desk.close();
  const elena: Call = ['signIn', { clerkId, passphrase: firstSetup.passphrase }];
  return { folder, clerkId, marcoId, recoveryCode, elena };
}

/** Lets a test see the desk in a folder, and closes it whatever the test finds. */
const opened = (see: (desk: Desk, folder: string) => Promise<void>) => async (folder: string): Promise<void> => {
  const desk = startDesk(folder);
  try {
    await see(desk, folder);
    expect(await valueOf(desk.methods.verifyJournal({}))).toMatchObject({ intact: true });
  } finally {
    desk.close();
  }
};

async function getsIn(desk: Desk, clerkId: string, passphrase: string): Promise<boolean> {
  return (await desk.methods.signIn({ clerkId, passphrase })).ok;
}

/** The old passphrase or the new one, never both, never none; Elena always, and she sees the truth. */
async function oneOfTwo(desk: Desk, clerkId: string, passphrases: readonly [string, string]): Promise<boolean> {
  const [old, fresh] = [await getsIn(desk, clerkId, passphrases[0]), await getsIn(desk, clerkId, passphrases[1])];
  expect([old, fresh].filter(Boolean)).toHaveLength(1);
  return fresh;
}

test('killed anywhere in a change of passphrase, the old one or the new one opens the desk', async () => {
  const { folder, clerkId, elena, recoveryCode } = await closedDesk();
  const changes: boolean[] = [];
  const see = opened(async (desk) => {
    changes.push(await oneOfTwo(desk, clerkId, [firstSetup.passphrase, next]));
    expect(await desk.methods.recoverAccess({ clerkId, recoveryCode, newPassphrase: 'ritrovata nel cassetto' })).toMatchObject({ ok: true });
  });
  const kills = await killedAtEachStep(folder, [elena, ['changePassphrase', { current: firstSetup.passphrase, next }]], temporaryFolder(), see);
  expect(kills).toBeGreaterThan(6);
  expect([changes[0], changes.at(-1)]).toEqual([false, true]);
  expect(changes).toEqual(changes.toSorted());
});

test('killed anywhere in a recovery, the old passphrase or the new one opens the account, and the code still works', async () => {
  const { folder, clerkId, marcoId, recoveryCode } = await closedDesk();
  const changes: boolean[] = [];
  const see = opened(async (desk) => {
    changes.push(await oneOfTwo(desk, marcoId, [marco.passphrase, next]));
    expect(await desk.methods.recoverAccess({ clerkId: marcoId, recoveryCode, newPassphrase: 'ritrovata nel cassetto' })).toMatchObject({ ok: true });
    expect(await getsIn(desk, clerkId, firstSetup.passphrase)).toBe(true);
  });
  await killedAtEachStep(folder, [['recoverAccess', { clerkId: marcoId, recoveryCode, newPassphrase: next }]], temporaryFolder(), see);
  expect([changes[0], changes.at(-1)]).toEqual([false, true]);
  expect(changes).toEqual(changes.toSorted());
});

const keyrings = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('keyring')).map((name) => readFileSync(join(folder, name), 'utf8'));

test('killed anywhere in disabling an account, it is disabled and its key in no file any more, or it works', async () => {
  const { folder, clerkId, marcoId, elena } = await closedDesk();
  const disabled: boolean[] = [];
  const see = opened(async (desk, left) => {
    const keysLeft = keyrings(left).filter((text) => text.includes(marcoId)).length;
    expect([0, 2]).toContain(keysLeft);
    expect(await getsIn(desk, marcoId, marco.passphrase)).toBe(keysLeft === 2);
    expect(await getsIn(desk, clerkId, firstSetup.passphrase)).toBe(true);
    expect((await valueOf(desk.methods.listClerks({}))).find(({ id }) => id === marcoId)?.enabled).toBe(keysLeft === 2);
    disabled.push(keysLeft === 0);
  });
  const kills = await killedAtEachStep(folder, [elena, ['disableClerk', { clerkId: marcoId }]], temporaryFolder(), see);
  expect(kills).toBeGreaterThan(6);
  expect([disabled[0], disabled.at(-1)]).toEqual([false, true]);
  expect(disabled).toEqual(disabled.toSorted());
});

test('killed anywhere in adding an account, there is a whole one or none', async () => {
  const { folder, clerkId, elena } = await closedDesk();
  const added: boolean[] = [];
  const see = opened(async (desk) => {
    const ada = (await valueOf(desk.methods.describeDesk({}))).clerks.find(({ displayName }) => displayName === 'Ada Neri');
    expect(ada === undefined || (await getsIn(desk, ada.id, next))).toBe(true);
    expect(await getsIn(desk, clerkId, firstSetup.passphrase)).toBe(true);
    expect((await valueOf(desk.methods.listClerks({}))).map(({ displayName, enabled }) => [displayName, enabled])).toEqual([
      ...(ada === undefined ? [] : [['Ada Neri', true]]),
      ['Elena Conti', true],
      ['Marco Riva', true],
    ]);
    added.push(ada !== undefined);
  });
  await killedAtEachStep(folder, [elena, ['addClerk', { displayName: 'Ada Neri', role: 'clerk', passphrase: next }]], temporaryFolder(), see);
  expect([added[0], added.at(-1)]).toEqual([false, true]);
});

test('killed anywhere in making a new recovery code, the old one works, or the desk asks for another', async () => {
  const { folder, clerkId, elena, recoveryCode } = await closedDesk();
  const replaced: boolean[] = [];
  const see = opened(async (desk) => {
    const { recoveryUnconfirmed } = await valueOf(desk.methods.describeDesk({}));
    const recovered = await desk.methods.recoverAccess({ clerkId, recoveryCode, newPassphrase: next });
    expect(recovered.ok).toBe(!recoveryUnconfirmed);
    expect(await getsIn(desk, clerkId, recovered.ok ? next : firstSetup.passphrase)).toBe(true);
    replaced.push(recoveryUnconfirmed);
  });
  await killedAtEachStep(folder, [elena, ['renewRecoveryCode', {}]], temporaryFolder(), see);
  expect([replaced[0], replaced.at(-1)]).toEqual([false, true]);
});

test('killed anywhere in finishing the set-up, there is a whole desk or none', async () => {
  const made: boolean[] = [];
  const see = opened(async (desk) => {
    const { state, setup } = await valueOf(desk.methods.describeDesk({}));
    if (state === 'setup') await valueOf(desk.methods.completeSetup(firstSetup));
    const { clerks } = await valueOf(desk.methods.describeDesk({}));
    expect(clerks).toHaveLength(1);
    expect(await getsIn(desk, clerks[0]?.id ?? '', firstSetup.passphrase)).toBe(true);
    made.push(state !== 'setup');
    expect([state, setup?.step]).toEqual(state === 'setup' ? ['setup', 2] : ['signed-out', undefined]);
  });
  const draft: Call = ['saveSetupDraft', { comune: firstSetup.comune, step: 2 }];
  await killedAtEachStep(temporaryFolder(), [draft, ['completeSetup', firstSetup]], temporaryFolder(), see);
  expect([made[0], made.at(-1)]).toEqual([false, true]);
});
