import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { enrolmentRequestSchema } from '../shared/hub/enrolment.ts';
import type { Enrolled, EnrolmentRequest, NotEnrolled } from '../shared/hub/enrolment.ts';
import type { Attempts } from './attempts.ts';
import { isKey } from './desk-proof.ts';
import { json } from './http/answers.ts';
import type { Answering } from './http/answers.ts';
import { readBody } from './http/read-body.ts';
import { now } from './hub-context.ts';
import type { HubContext } from './hub-context.ts';
import { hashOf, meantCode } from './secrets.ts';

const longestBody = 4 * 1024;
const statusOf: Readonly<Record<NotEnrolled['code'], number>> = { 'code-wrong': 403, 'code-used': 403, 'code-expired': 403, 'too-many': 429, 'invalid-input': 400, 'too-large': 413, crashed: 500 };

/** Answers a desk that enrols itself with its one-time code and the public half of the key it has made. */
export async function answerEnrolment(hub: HubContext, attempts: Attempts, request: IncomingMessage, to: Answering): Promise<void> {
  const outcome = attempts.take(request.socket.remoteAddress ?? '') ? await enrol(hub, await readBody(request, longestBody)) : ({ code: 'too-many' } as const);
  if ('deskId' in outcome) return json(to, 200, outcome);
  hub.log('enrolment-refused', { reason: outcome.code });
  return json(to, statusOf[outcome.code], outcome);
}

async function enrol(hub: HubContext, body: string | undefined): Promise<Enrolled | NotEnrolled> {
  if (body === undefined) return { code: 'too-large' };
  const asked = read(body);
  if (asked === undefined || !isKey(asked.publicKey)) return { code: 'invalid-input' };
  const hash = hashOf(meantCode(asked.code));
  const enrolled = await hub.store.enrol({ hash, deskId: randomUUID(), publicKey: asked.publicKey, name: asked.deskName, at: now(hub) });
  if (typeof enrolled === 'string') return { code: `code-${enrolled}` };
  hub.log('desk-enrolled', { desk: enrolled.deskId });
  return enrolled;
}

function read(body: string): EnrolmentRequest | undefined {
  try {
    return enrolmentRequestSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
