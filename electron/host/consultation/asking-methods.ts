import { webcrypto } from 'node:crypto';
import { instantText } from '../../../shared/desk/clock.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { newSealingKeys } from '../../../shared/hub/sealed-words.ts';
import type { ConsultationRecord } from '../../../shared/session/consultation-view.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { commitChange } from '../session/commit-change.ts';
import { findRun } from '../session/run-store.ts';
import { sessionInHand } from '../session/session-access.ts';
import { visibleConsultation } from './consultation-access.ts';
import { consultationRecord } from './consultation-record.ts';
import { findConsultation, insertConsultation, liveConsultationsIn } from './consultation-store.ts';
import type { ConsultationRow, NewConsultation } from './consultation-store.ts';
import { questionToAsk } from './question-check.ts';

type AskingMethods = Pick<
  SessionHalf,
  'askOfficial' | 'chooseCallBack' | 'queueAgain' | 'withdrawConsultation' | 'answerRing' | 'endConsultation' | 'readConsultation'
>;

/** A request to an office, from the question to its end. */
export function askingMethods(context: HostContext): AskingMethods {
  const about = async <T>(id: string, work: (row: ConsultationRow) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const row = visibleConsultation(context, id);
    return row.ok ? work(row.value) : row;
  };
  const { hub } = context;
  return {
    askOfficial: (input) => askOfficial(context, input),
    chooseCallBack: ({ consultationId, callBackAt }) => about(consultationId, () => hub.call('chooseCallBack', { consultationId, callBackAt })),
    queueAgain: ({ consultationId }) => about(consultationId, () => hub.call('queueAgain', { consultationId })),
    withdrawConsultation: ({ consultationId }) => about(consultationId, () => hub.call('withdraw', { consultationId })),
    answerRing: ({ consultationId }) => about(consultationId, () => hub.call('answerRing', { consultationId })),
    endConsultation: ({ consultationId }) => about(consultationId, () => hub.call('endConsultation', { consultationId })),
    readConsultation: ({ consultationId }) => {
      const row = visibleConsultation(context, consultationId);
      return row.ok ? answer(consultationRecord(context.db, row.value)) : row;
    },
  };
}

/** Written down first, then asked: what the hub has and the desk does not know of cannot happen. */
async function askOfficial(context: HostContext, input: DeskInput<'askOfficial'>): Promise<Answer<ConsultationRecord>> {
  const { db, hub, clock } = context;
  const { absence } = hub;
  if (absence !== undefined) return refuse(absence);
  const keys = await newSealingKeys(webcrypto);
  const row = db.open ? newConsultation(context, input) : refuse('not-signed-in');
  if (!row.ok) return row;
  const { id, session_id: sessionId } = row.value;
  const data = { consultation: id, office: input.officeId, topic: input.question.topic, urgency: input.question.urgency };
  const at = instantText(clock());
  commitChange(context, { event: 'consultation-asked', sessionId, data }, () => {
    insertConsultation(db, { ...row.value, sealing_public_key: keys.publicKey, sealing_private_key: keys.privateKey, asked_at: at });
  });
  const written = findConsultation(db, id);
  const asked = written === undefined ? refuse('no-such-consultation') : await hub.ask(written);
  if (!asked.ok) return asked;
  const now = db.open ? findConsultation(db, id) : undefined;
  return now === undefined ? refuse('no-such-consultation') : answer(consultationRecord(db, now));
}

type Unsealed = Omit<NewConsultation, 'sealing_public_key' | 'sealing_private_key' | 'asked_at'>;

function newConsultation(context: HostContext, { sessionId, runId, officeId, question: draft }: DeskInput<'askOfficial'>): Answer<Unsealed> {
  const { db, hub, clock } = context;
  const session = sessionInHand(context, sessionId);
  if (!session.ok) return session;
  if (runId !== null && findRun(db, runId)?.session_id !== sessionId) return refuse('no-such-run');
  const question = questionToAsk(draft);
  if (!question.ok) return question;
  const office = hub.view?.offices.find(({ id }) => id === officeId);
  if (office === undefined || hub.address === null) return refuse('no-such-office');
  if (liveConsultationsIn(db, sessionId).length > 0) return refuse('already-asking');
  const question_json = JSON.stringify(question.value);
  return answer({ id: newId(clock()), session_id: sessionId, run_id: runId, hub_address: hub.address, office_id: officeId, office_name: office.name, question_json });
}
