import { calendarDay, instantText } from '../../../shared/desk/clock.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { factProblem } from '../../../shared/procedure/fact-problem.ts';
import { indexOf } from '../../../shared/procedure/procedure-index.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { createRunInHandMemory } from './run-in-hand.ts';
import type { RunInHand } from './run-in-hand.ts';
import { touchSession } from './session-store.ts';
import { nextVisit, saveStep } from './step-store.ts';
import type { StepRecord } from './step-store.ts';

type StepMethods = Pick<SessionHalf, 'answerStep' | 'showStep'>;

/** Going through the steps of a run. */
export const stepMethods = (context: HostContext): StepMethods => {
  const memory = createRunInHandMemory(context);
  const write = createStepWriter(context);
  return {
    answerStep: ({ runId, step, facts, done, next }) => {
      const run = memory.read(runId);
      if (!run.ok) return run;
      const now = context.clock();
      const checked = checkAnswers(run.value.procedure, { step, facts, next }, calendarDay(now));
      if (!checked.ok) return checked;
      const record: StepRecord = { step, facts, done, next, visit: nextVisit(run.value.steps) };
      write(run.value, record, instantText(now));
      const { state, sessionId } = memory.saved(run.value, record);
      context.emit({ name: 'recordsChanged', data: { sessionId } });
      return answer(state);
    },

    // Where the clerk looks is not a change of the record: nothing is told to the journal or to other screens. An official
    // who follows the run sees it.
    showStep: ({ runId, step }) => {
      const run = memory.read(runId);
      if (!run.ok) return run;
      const { procedure, steps } = run.value;
      if (!indexOf(procedure).steps.has(step)) return refuse('no-such-step');
      const shown = steps.find((record) => record.step === step) ?? { step, facts: {}, done: false };
      const record: StepRecord = { ...shown, next: step, visit: nextVisit(steps) };
      saveStep(context.db, runId, record, instantText(context.clock()));
      const { sessionId } = memory.saved(run.value, record);
      context.hub.heard({ name: 'recordsChanged', data: { sessionId } });
      return answer(null);
    },
  };
};

/**
 * Writes a step, and tells the session and the journal that somebody saves steps: to the minute, as all of a session's
 * activity is kept. The row of the step says itself when it was saved, so a clerk who goes quickly through known answers
 * waits, at each, for one page of the disk.
 */
function createStepWriter({ db, journal }: HostContext): (run: RunInHand, record: StepRecord, at: string) => void {
  let told = '';
  return ({ runId, sessionId }, record, at) => {
    const minute = `${sessionId} ${at.slice(0, 16)}`;
    // One statement is a transaction of its own: nothing has to be asked of the database before and after it.
    if (minute === told) return saveStep(db, runId, record, at);
    inTransaction(db, () => {
      saveStep(db, runId, record, at);
      if (touchSession(db, sessionId, at)) journal.append('step-saved', { sessionId, data: { run: runId, step: record.step } });
    });
    told = minute;
  };
}

/** Refuses: `no-such-step`; `answer-not-fitting` with the fact's id, also for a fact the step does not ask. */
function checkAnswers(procedure: Procedure, { step, facts, next }: Pick<DeskInput<'answerStep'>, 'step' | 'facts' | 'next'>, today: string): Answer<null> {
  const index = indexOf(procedure);
  const asking = index.steps.get(step);
  if (asking === undefined || !index.steps.has(next)) return refuse('no-such-step');
  for (const [id, value] of Object.entries(facts)) {
    const fact = asking.facts?.includes(id) === true ? index.facts.get(id) : undefined;
    if (fact === undefined || factProblem(fact, value, today) !== undefined) return refuse('answer-not-fitting', { field: id });
  }
  return answer(null);
}
