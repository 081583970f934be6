import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer, RefusalCode } from '../../../shared/desk/refusal.ts';
import { enrolledSchema, notEnrolledSchema } from '../../../shared/hub/enrolment.ts';
import type { EnrolmentRequest, NotEnrolled } from '../../../shared/hub/enrolment.ts';
import { hubPaths } from '../../../shared/hub/hub-paths.ts';

const waitMs = 15_000;
/** No answer of a hub to an enrolment is longer. */
const largestAnswer = 4_096;

const refusals: Readonly<Record<NotEnrolled['code'], RefusalCode>> = {
  'code-wrong': 'enrolment-code-wrong',
  'code-used': 'enrolment-code-used',
  'code-expired': 'enrolment-code-expired',
  'too-many': 'hub-busy',
  'invalid-input': 'hub-not-understood',
  'too-large': 'hub-not-understood',
  crashed: 'hub-crashed',
};

/** Shows a hub the one-time code and the desk's public key; the answer is the desk's id there. */
export async function postEnrolment(origin: string, request: EnrolmentRequest): Promise<Answer<{ deskId: string }>> {
  const said = await post(origin, request);
  if (said === undefined) return refuse('hub-unreachable');
  const enrolled = said.ok ? enrolledSchema.safeParse(said.json).data : undefined;
  if (enrolled !== undefined) return answer(enrolled);
  const refused = notEnrolledSchema.safeParse(said.json).data;
  return refuse(refused === undefined ? 'hub-not-understood' : refusals[refused.code]);
}

async function post(origin: string, request: EnrolmentRequest): Promise<{ readonly ok: boolean; readonly json: unknown } | undefined> {
  try {
    const response = await fetch(`${origin}${hubPaths.enrol}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    return { ok: response.status === 200, json: jsonOf(await firstOf(response)) };
  } catch {
    return undefined;
  }
}

/** The text of an answer, cut where no hub's is longer: whoever it is must not fill this computer's memory. */
async function firstOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    bytes += part.byteLength;
    if (bytes > largestAnswer) break;
  }
  return Buffer.concat(parts).toString('utf8', 0, largestAnswer);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
