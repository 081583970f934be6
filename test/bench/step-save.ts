import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makePrivateFile } from '../../electron/host/db/database-files.ts';
import { openDatabase } from '../../electron/host/db/open-database.ts';
import { dispatch } from '../../electron/host/desk-dispatch.ts';
import type { Desk } from '../../electron/host/desk-methods.ts';
import type { RunScreen } from '../../shared/session/session-view.ts';
import { openTestDesk, setUpTestDesk, signInToTestDesk } from '../kill/kill-desk.ts';
import { randomAnswers, seededRandom } from '../kill/random-answers.ts';
import { percentile, timed } from './figure.ts';
import type { Figure } from './figure.ts';

/** Enough that 200 samples lie above the p95, and that both write-ahead logs go through several checkpoints. */
const ROUNDS = 4000;
const WARM_UP = 200;

/**
 * One answered step, gate to disk, against a bare insert of the same answers with the same settings (encryption, WAL,
 * synchronous=FULL), in one run and in turns: each goes first every other round, as the disk is slower to whoever comes
 * first after a pause.
 */
export async function benchStepSave(folder: string): Promise<Figure[]> {
  const save = await stepSaver(join(folder, 'desk'));
  const insert = bareInsert(join(folder, 'bare.db'));
  const samples = { saved: [] as number[], inserted: [] as number[] };
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const json = save.nextAnswers();
    const taken = await inTurn(round, () => save.save(), () => insert(json));
    if (round < WARM_UP) continue;
    samples.saved.push(taken.saved);
    samples.inserted.push(taken.inserted);
  }
  save.close();
  const [step, bare] = [percentile(samples.saved, 0.95), percentile(samples.inserted, 0.95)];
  const [stepMedian, bareMedian] = [percentile(samples.saved, 0.5), percentile(samples.inserted, 0.5)];
  return [
    { name: 'step-save-p95', value: step, unit: 'ms', ratio: { value: step / bare, versus: 'bare insert p95' } },
    { name: 'step-save-median', value: stepMedian, unit: 'ms', ratio: { value: stepMedian / bareMedian, versus: 'bare insert median' } },
  ];
}

async function inTurn(round: number, save: () => unknown, insert: () => unknown): Promise<{ saved: number; inserted: number }> {
  if (round % 2 === 0) return { saved: await timed(save), inserted: await timed(insert) };
  const inserted = await timed(insert);
  return { saved: await timed(save), inserted };
}

async function stepSaver(folder: string) {
  await setUpTestDesk(folder);
  const desk = openTestDesk(folder);
  const screen = await startedRun(desk);
  const random = seededRandom(7);
  const step = screen.procedure.steps.find((one) => one.kind === 'questions');
  if (!step) throw new Error('the first procedure asks nothing');
  let call: unknown;
  return {
    nextAnswers: () => {
      const facts = randomAnswers(screen.procedure, step.facts ?? [], random, new Date().toISOString().slice(0, 10));
      call = { runId: screen.record.id, step: step.id, facts, done: true, next: step.id };
      return JSON.stringify(facts);
    },
    save: async () => {
      const reply = await dispatch(desk, 'answerStep', call);
      if (!reply.ok) throw new Error(`answerStep: ${reply.code}`);
    },
    close: () => desk.close(),
  };
}

async function startedRun(desk: Desk): Promise<RunScreen> {
  await signInToTestDesk(desk);
  const session = await desk.methods.openSession({ privacy: 'anonymous' });
  if (!session.ok) throw new Error(session.code);
  const run = await desk.methods.startRun({ sessionId: session.value.id, procedure: 'naspi' });
  if (!run.ok) throw new Error(run.code);
  return run.value;
}

function bareInsert(path: string): (json: string) => void {
  makePrivateFile(path);
  const db = openDatabase(path, randomBytes(32));
  db.exec('create table bare (id integer primary key, json text not null) strict');
  const statement = db.prepare('insert into bare (json) values (?)');
  return (json) => void statement.run(json);
}
