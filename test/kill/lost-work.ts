import type { Desk } from '../../electron/host/desk-methods.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { signInToTestDesk } from './kill-desk.ts';

/**
 * What a desk acknowledged and no longer knows after a restart; empty when nothing was lost. Later acknowledgements of
 * the same thing replace earlier ones, as they did on screen.
 */
export async function lostWork(desk: Desk, acknowledged: readonly Acknowledgement[]): Promise<Acknowledgement[]> {
  await signInToTestDesk(desk);
  const sessions = await readSessions(desk, acknowledged);
  return latest(acknowledged).filter((one) => !isThere(one, sessions));
}

async function readSessions(desk: Desk, acknowledged: readonly Acknowledgement[]): Promise<SessionDetail[]> {
  const ids = acknowledged.flatMap((one) => (one.what === 'session' ? [one.session] : []));
  const replies = await Promise.all(ids.map(async (sessionId) => desk.methods.readSession({ sessionId })));
  return replies.flatMap((reply) => (reply.ok ? [reply.value] : []));
}

/** The last word on each thing. */
function latest(acknowledged: readonly Acknowledgement[]): Acknowledgement[] {
  const byThing = new Map<string, Acknowledgement>();
  for (const one of acknowledged) byThing.set(thingOf(one), one);
  return [...byThing.values()];
}

function thingOf(one: Acknowledgement): string {
  switch (one.what) {
    case 'session':
    case 'person':
    case 'closed':
      return `${one.what} ${one.session}`;
    case 'run':
    case 'note':
      return `${one.what} ${one.run}`;
    case 'step':
      return `step ${one.run} ${one.step}`;
    case 'document':
      return `document ${one.run} ${one.document} ${one.subject}`;
    case 'intent':
      return `intent ${one.submission}`;
    case 'number':
      return `number ${one.run} ${one.value}`;
  }
}

function isThere(one: Acknowledgement, sessions: readonly SessionDetail[]): boolean {
  const session = sessions.find(({ id }) => 'session' in one && id === one.session);
  const run = sessions.flatMap(({ runs }) => runs).find(({ record }) => 'run' in one && record.id === one.run);
  switch (one.what) {
    case 'session':
      return session !== undefined;
    case 'person':
      return session?.people.some(({ details }) => details.surname === one.surname) ?? false;
    case 'closed':
      return session?.state === 'closed';
    case 'run':
      return run !== undefined;
    case 'step': {
      const same = Object.entries(one.facts).every(([fact, value]) => run?.state.facts[fact] === value);
      return same && (run?.state.doneSteps.includes(one.step) ?? false);
    }
    case 'document':
      return run?.state.documents.some((mark) => mark.document === one.document && mark.subject === one.subject && mark.state === one.state) ?? false;
    case 'note':
      return run?.record.note === one.note;
    case 'intent':
      return run?.record.submissions.some(({ id }) => id === one.submission) ?? false;
    case 'number':
      return run?.record.numbers.some(({ value }) => value === one.value) ?? false;
  }
}
