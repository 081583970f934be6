import { expect, test } from 'vitest';
import { tryHub } from '../../../renderer/passport/try-hub.ts';
import type { HubLinkView } from '../../../shared/desk/hub-link-view.ts';
import type { Reply } from '../../../shared/desk/refusal.ts';
import type { RelayPass } from '../../../shared/hub/hub-views.ts';

const view = (link: HubLinkView['link'], trial: HubLinkView['trial'] = null): HubLinkView => ({ link, trial, address: 'https://hub.example.it', view: null, sessions: {} });
const pass: RelayPass = { iceServers: [], until: '2026-10-09T08:00:00.000Z', validFor: 120 };
const connected = view({ at: 'connected' });
const desk = (...replies: readonly Promise<Reply<RelayPass>>[]) => {
  let turn = 0;
  return { testRelay: () => replies[Math.min(turn++, replies.length - 1)] ?? Promise.reject(new Error('asked for nothing')) };
};
const yes = Promise.resolve<Reply<RelayPass>>({ ok: true, value: pass });
const no = (code: 'no-relay' | 'hub-not-connected') => Promise.resolve<Reply<RelayPass>>({ ok: false, code, sentence: '' });
const tried = (of: ReturnType<typeof desk>, hub: HubLinkView) => tryHub(of, hub, new AbortController().signal);

test('a hub that answers: how fast, and its pass', async () => {
  const { finding, pass: had } = await tried(desk(yes), connected);
  expect([finding.reason, had]).toEqual(['fine', pass]);
  expect(finding.value).toBeGreaterThanOrEqual(0);
});

test('a hub without relays has answered all the same', async () => {
  expect(await tried(desk(no('no-relay')), connected)).toMatchObject({ finding: { reason: 'fine' }, pass: 'no-relay' });
});

test('a line that goes while it is asked', async () => {
  expect(await tried(desk(yes, no('hub-not-connected')), connected)).toMatchObject({ finding: { reason: 'not-connected', value: null }, pass: 'hub-away' });
});

test.each([
  [view({ at: 'connecting', trouble: 'unreachable' }), 'not-connected', 'hub-away'],
  [view({ at: 'refused', reason: 'desk-revoked' }), 'put-out', 'hub-away'],
  [view({ at: 'none' }), 'no-hub', 'no-hub'],
  [view({ at: 'connected' }, { officialAddress: 'http://127.0.0.1:1/' }), 'trial', 'trial'],
])('nobody is asked with %j', async (hub, reason, why) => {
  expect(await tried(desk(), hub)).toEqual({ finding: { test: 'hub', reason, value: null }, pass: why });
});
