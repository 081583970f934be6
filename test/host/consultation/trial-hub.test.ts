import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startTrialHub } from '../../../hub/trial-hub.ts';
import type { TrialHub } from '../../../shared/hub/trial-hub.ts';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { testHub } from '../hub-link/test-hub.ts';
import { connected, question, readHub, soonIs } from './desk-at-a-hub.ts';
import { namedSession } from '../session/session-desk.ts';

/** A trial hub, closed when the test is over if the test has not. */
async function trial(folder: string): Promise<TrialHub> {
  const hub = await startTrialHub({ folder, pages: join(folder, 'no pages') });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= hub.close());
  onTestFinished(close);
  return { ...hub, close };
}

const sourceOf = (hub: TrialHub) => async () => ({ address: hub.address, officialAddress: await hub.invite(), newEnrolmentCode: () => hub.newEnrolmentCode() });

test('a desk without a hub of its own is made known at the trial hub, and says what it is', async () => {
  const folder = temporaryFolder();
  const hub = await trial(join(folder, 'hub'));
  const { desk } = await deskSetUp(join(folder, 'desk'), { trialHub: sourceOf(hub) });
  await connected(desk);
  const { trial: shown, view, address } = await readHub(desk);
  expect([address, shown?.officialAddress.startsWith(`${hub.address}/entra?t=`)]).toEqual([hub.address, true]);
  expect(view?.offices.map(({ id }) => id).toSorted()).toEqual(['prova', 'prova-2']);
  expect((await valueOf(desk.methods.readHome({}))).hub).toBe('trial');
  const { id: sessionId } = await namedSession(desk);
  await valueOf(desk.methods.askOfficial({ sessionId, runId: null, officeId: 'prova', question }));
  await soonIs(async () => expect((await valueOf(desk.methods.readSession({ sessionId }))).consultations).toMatchObject([{ stage: 'waiting', officeName: 'Sede di prova (nessun funzionario INPS)' }]));
});

test('started again it is where it was, and knows the desk; with its folder gone the desk is made known anew', async () => {
  const folder = temporaryFolder();
  const hubFolder = join(folder, 'hub');
  const first = await trial(hubFolder);
  const { desk, clerkId } = await deskSetUp(join(folder, 'desk'), { trialHub: sourceOf(first) });
  await connected(desk);
  desk.close();
  await first.close();
  const second = await trial(hubFolder);
  expect(second.address).toBe(first.address);
  const signIn = { clerkId, passphrase: firstSetup.passphrase };
  const again = openDesk(join(folder, 'desk'), { trialHub: sourceOf(second) });
  await valueOf(again.methods.signIn(signIn));
  await connected(again);
  again.close();
  await second.close();
  rmSync(hubFolder, { recursive: true });
  mkdirSync(hubFolder);
  writeFileSync(join(hubFolder, 'port'), new URL(second.address).port);
  const third = await trial(hubFolder);
  expect(third.address).toBe(first.address);
  const anew = openDesk(join(folder, 'desk'), { trialHub: sourceOf(third) });
  await valueOf(anew.methods.signIn(signIn));
  await connected(anew);
});

test('a supervisor’s hub comes before the trial hub', async () => {
  const folder = temporaryFolder();
  const hub = await trial(join(folder, 'hub'));
  const { desk } = await deskSetUp(join(folder, 'desk'), { trialHub: sourceOf(hub) });
  await connected(desk);
  const real = await testHub();
  await valueOf(desk.methods.enrolDesk({ address: real.address, code: 'uno-due-tre' }));
  await connected(desk);
  expect(await readHub(desk)).toMatchObject({ trial: null, address: real.address });
  await valueOf(desk.methods.forgetHub({}));
  await connected(desk);
  expect((await readHub(desk)).trial).not.toBeNull();
});
