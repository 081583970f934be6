import { expect, test } from 'vitest';
import { relayPassSchema } from '../../shared/hub/hub-views.ts';
import { relayOn } from '../../hub/relay-pass.ts';
import { ask, connected, enrolled, inCall, newOfficial } from './test-parties.ts';
import { MovedTime, testHub } from './test-hub.ts';

test.each([{ days: 1 }, { days: -1 }])('a hub whose clock is set %j lets desks in, keeps calls and queue, and says how long a relay pass lasts', async (wrong) => {
  const time = new MovedTime();
  const hub = await testHub({ time, relay: relayOn('turn.example.it', 3478, 0, 'segreto') });
  const key = await enrolled(hub);
  const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
  const { callId } = await inCall(desk, official);
  await ask(desk);
  time.set(wrong);
  // What the hub does by itself it has done by then, and more than once.
  for (let round = 0; round < 100; round += 1) await desk.ping();
  const back = await connected(hub, key);
  expect(back.view?.consultations.map(({ state }) => state)).toEqual(['active', 'waiting']);
  const answer = await back.ask('renewRelay', { callId });
  expect(relayPassSchema.parse(answer.type === 'reply' ? answer.value : null).validFor).toBe(600);
});
