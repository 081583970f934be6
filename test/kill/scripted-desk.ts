/**
 * A clerk who never stops: session after session, every reply written to standard output the moment it is there.
 * Started by kill-run.ts, which ends it without warning. Arguments: data folder, seed.
 */
import { writeSync } from 'node:fs';
import { dispatch } from '../../electron/host/desk-dispatch.ts';
import type { Desk } from '../../electron/host/desk-methods.ts';
import type { DeskInput, DeskMethod, DeskValue } from '../../shared/desk/desk-api.ts';
import { evaluateRun } from '../../shared/procedure/procedure-run.ts';
import type { RunState } from '../../shared/procedure/run-state.ts';
import type { RunScreen } from '../../shared/session/session-view.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { openTestDesk, killPassphrase } from './kill-desk.ts';
import { randomAnswers, seededRandom } from './random-answers.ts';

const [folder = '', seed = '1'] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const desk = openTestDesk(folder);
const surnames = ['Rossi', 'Esposito', 'Hoxha', 'Popescu', 'Bianchi'];

const acknowledge = (line: Acknowledgement | { what: 'ready' }) => writeSync(1, `${JSON.stringify(line)}\n`);

async function call<Method extends DeskMethod>(target: Desk, method: Method, input: DeskInput<Method>): Promise<DeskValue<Method>> {
  const reply = await dispatch(target, method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.code} ${JSON.stringify(reply.details ?? {})}`);
  return reply.value as DeskValue<Method>;
}

async function assistOne(today: string): Promise<void> {
  const { id: session } = await call(desk, 'openSession', { privacy: 'named' });
  acknowledge({ what: 'session', session });
  const surname = surnames[Math.floor(random() * surnames.length)] ?? 'Rossi';
  await call(desk, 'addPerson', { sessionId: session, person: { role: 'main', details: { surname, givenName: 'Prova' } } });
  acknowledge({ what: 'person', session, surname });
  const procedures = await call(desk, 'listProcedures', {});
  const procedure = procedures[Math.floor(random() * procedures.length)]?.id ?? 'naspi';
  const screen = await call(desk, 'startRun', { sessionId: session, procedure });
  acknowledge({ what: 'run', session, run: screen.record.id });
  await walk(session, screen, today);
  if (random() < 0.7) await finish(session);
}

async function walk(session: string, screen: RunScreen, today: string): Promise<void> {
  const run = screen.record.id;
  let state: RunState = screen.state;
  for (let turn = 0; turn < 30; turn += 1) {
    const view = evaluateRun(screen.procedure, state, today);
    const at = view.steps.find((step) => step.state === 'todo')?.id;
    const step = screen.procedure.steps.find((candidate) => candidate.id === at);
    if (!step) return;
    const facts = randomAnswers(screen.procedure, step.facts ?? [], random, today);
    state = await markPapers(run, step.documents ?? [], view.documents, state);
    if (step.kind === 'submission') await submit(run, step.id);
    state = await call(desk, 'answerStep', { runId: run, step: step.id, facts, done: true, next: step.id });
    acknowledge({ what: 'step', session, run, step: step.id, facts });
  }
}

async function markPapers(run: string, wanted: readonly string[], needs: ReturnType<typeof evaluateRun>['documents'], before: RunState): Promise<RunState> {
  let state = before;
  for (const { document, subject } of needs.filter((need) => wanted.includes(need.document))) {
    const mark = random() < 0.7 ? 'seen' : 'missing';
    state = await call(desk, 'markDocument', { runId: run, document, subject, state: mark });
    acknowledge({ what: 'document', run, document, subject, state: mark });
  }
  return state;
}

async function submit(run: string, step: string): Promise<void> {
  const screen = await call(desk, 'intendSubmission', { runId: run, step });
  const submission = screen.record.submissions.at(-1)?.id ?? '';
  acknowledge({ what: 'intent', run, submission });
  await call(desk, 'settleSubmission', { runId: run, submissionId: submission, sent: true });
  const value = String(Math.floor(random() * 1e8));
  await call(desk, 'addNumber', { runId: run, kind: 'domus', value });
  acknowledge({ what: 'number', run, value });
}

async function finish(session: string): Promise<void> {
  const closing = { outcome: 'info-only', autonomy: 2, useful: 'yes', referral: 'none' } as const;
  await call(desk, 'closeSession', { sessionId: session, closing, followUp: null });
  acknowledge({ what: 'closed', session });
}

const { clerks, today } = await call(desk, 'describeDesk', {});
await call(desk, 'signIn', { clerkId: clerks[0]?.id ?? '', passphrase: killPassphrase });
acknowledge({ what: 'ready' });
for (;;) await assistOne(today);
