import { webcrypto } from 'node:crypto';
import { expect } from 'vitest';
import type { Desk } from '../../../electron/host/desk-methods.ts';
import type { DeskHostOptions } from '../../../electron/host/desk-host.ts';
import type { DeskEvent } from '../../../shared/desk/transport.ts';
import { sealWords } from '../../../shared/hub/sealed-words.ts';
import type { WrapUp } from '../../../shared/hub/wrap-up.ts';
import { newOfficial } from '../../hub/test-parties.ts';
import type { TestOfficial } from '../../hub/test-parties.ts';
import { testHub } from '../../hub/test-hub.ts';
import type { TestHub } from '../../hub/test-hub.ts';
import { deskSetUp, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { namedSession } from '../session/session-desk.ts';
import { connected, question, readHub, soonIs } from './desk-at-a-hub.ts';

/** A real desk enrolled at a real hub, and an official there who takes calls. */
export async function counter(options: Partial<DeskHostOptions> = {}, hubOptions: Parameters<typeof testHub>[0] = {}) {
  const hub = await testHub(hubOptions);
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder, options);
  const events: DeskEvent[] = [];
  desk.subscribe((event) => void events.push(event));
  const { code } = await hub.admin.newEnrolmentCode();
  await valueOf(desk.methods.enrolDesk({ address: hub.address, code }));
  await connected(desk);
  return { hub, folder, desk, clerkId, events, official: await newOfficial(hub) };
}

/** A session of the desk in conversation with the official. */
export async function inConversation(desk: Desk, official: TestOfficial, sessionId?: string) {
  const session = sessionId ?? (await namedSession(desk)).id;
  const { id: consultationId } = await valueOf(desk.methods.askOfficial({ sessionId: session, runId: null, officeId: 'inps-lecco', question }));
  await official.seen(({ queue }) => queue.some(({ id }) => id === consultationId));
  if ((await official.call('claim', { consultationId })) !== 'ok') throw new Error('the claim was refused');
  const callId = await callOf(desk, consultationId);
  return { sessionId: session, consultationId, callId };
}

async function callOf(desk: Desk, consultationId: string): Promise<string> {
  let found = '';
  await soonIs(async () => {
    found = (await readHub(desk)).view?.consultations.find(({ id }) => id === consultationId)?.call?.callId ?? '';
    expect(found).not.toBe('');
  });
  return found;
}

/** What an official's page sends at the end: sealed for the desk. */
export async function wrapUp(official: TestOfficial, consultationId: string, { toDo, followUp, ...open }: WrapUp): Promise<void> {
  const mine = await official.seen(({ mine: all }) => all.some(({ id }) => id === consultationId));
  const key = mine.mine.find(({ id }) => id === consultationId)?.call?.deskSealingKey ?? '';
  const words = await sealWords(webcrypto, consultationId, key, { toDo, followUp });
  expect(await official.call('wrapUp', { consultationId, wrapUp: { ...open, words } })).toBe('ok');
}

export type { TestHub };
