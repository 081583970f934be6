/** Opens the desk of a folder, waits for its hub, asks, opens a leg, and stays in the call until it is killed. Arguments: data folder. */
import { writeSync } from 'node:fs';
import { dispatch } from '../../electron/host/desk-dispatch.ts';
import type { DeskInput, DeskMethod, DeskValue } from '../../shared/desk/desk-api.ts';
import { openTestDesk, signInToTestDesk } from './kill-desk.ts';

const [folder = ''] = process.argv.slice(2);
const desk = openTestDesk(folder);

async function call<Method extends DeskMethod>(method: Method, input: DeskInput<Method>): Promise<DeskValue<Method>> {
  const reply = await dispatch(desk, method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.code}`);
  return reply.value as DeskValue<Method>;
}

const question = { topic: 'isee', urgency: 'ordinary', language: 'it', preferential: false, done: '', blocked: '', asked: 'Che cosa manca?', identified: 'none' } as const;
const connected = new Promise<void>((resolve) => {
  desk.subscribe(({ name, data }) => {
    if (name === 'hubChanged' && 'connected' in data && data.connected) resolve();
  });
});
await signInToTestDesk(desk);
await connected;
const { id: sessionId } = await call('openSession', { privacy: 'anonymous' });
const { id: consultationId } = await call('askOfficial', { sessionId, runId: null, officeId: 'parma', question });
await call('openLeg', { consultationId, medium: 'video' });
writeSync(1, 'ready\n');
// The line to the hub keeps no process alive by itself.
setInterval(() => undefined, 60_000);
