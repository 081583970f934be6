import { useMemo, useState } from 'react';
import type { Refusal } from '../../shared/desk/refusal.ts';
import { evaluateRun, previousStep } from '../../shared/procedure/procedure-run.ts';
import type { DocumentState } from '../../shared/procedure/condition-schema.ts';
import type { Facts, RunState } from '../../shared/procedure/run-state.ts';
import type { RunView } from '../../shared/procedure/run-view.ts';
import type { RunScreen } from '../../shared/session/session-view.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { planAnswer, whereToStand } from './answer-plan.ts';

/** A run being worked on: what the engine makes of it, which step is on screen, and what can be done. */
export interface RunWork {
  /** The run with the answers the desk last confirmed. */
  readonly run: RunScreen;
  readonly view: RunView;
  /** Undefined at the end, where the run is concluded. */
  readonly step: string | undefined;
  readonly go: (step: string | undefined) => void;
  /** Goes back, saving what is worth keeping on the way. */
  readonly back: (kept: Facts) => void;
  /** Leaves the step on screen with these answers, past a block where one is named; they are on disk when it resolves to true. */
  readonly answer: (facts: Facts, past?: string) => Promise<boolean>;
  /** Saves answers of the step on screen, all of them, without leaving it. */
  readonly keep: (facts: Facts) => void;
  readonly mark: (document: string, subject: string, state: DocumentState | null) => Promise<boolean>;
  readonly busy: boolean;
  /** Why the last thing was not saved. */
  readonly refusal: Refusal | undefined;
}

/** The state last confirmed by an answer, until the desk's own newer reading of the run comes in. */
function useConfirmedState(run: RunScreen): [RunState, (state: RunState) => void] {
  const [confirmed, setConfirmed] = useState({ onto: run, state: run.state });
  return [confirmed.onto === run ? confirmed.state : run.state, (state) => setConfirmed({ onto: run, state })];
}

export function useRunWork(screen: RunScreen): RunWork {
  const { today } = useDescription();
  const { procedure, record } = screen;
  const [state, confirm] = useConfirmedState(screen);
  const [step, setStep] = useState(() => whereToStand(procedure, state, record.currentStep, today));
  const view = useMemo(() => evaluateRun(procedure, state, today), [procedure, state, today]);
  const answering = useDeskAction('answerStep');
  const showing = useDeskAction('showStep');
  const marking = useDeskAction('markDocument');
  const passing = useDeskAction('passBlock');
  // Where the clerk stands is noted on the way: nobody waits for it.
  const awaited = [answering, marking, passing];
  const runId = record.id;

  const go = (target: string | undefined) => {
    setStep(target);
    if (target !== undefined) void showing.run({ runId, step: target });
  };
  const pass = async (block: string) => {
    const reply = await passing.run({ runId, block });
    if (reply.ok) confirm(reply.value);
    return reply.ok ? reply.value : undefined;
  };
  const answer = async (facts: Facts, past?: string) => {
    const from = past === undefined ? state : await pass(past);
    if (step === undefined || from === undefined) return false;
    const plan = planAnswer(procedure, from, step, facts, today);
    const reply = await answering.run({ runId, step, facts, done: plan.done, next: plan.next ?? step });
    if (!reply.ok) return false;
    confirm(reply.value);
    setStep(plan.next);
    return true;
  };
  const keep = async (facts: Facts) => {
    if (step === undefined || Object.keys(facts).length === 0) return;
    const reply = await answering.run({ runId, step, facts, done: state.doneSteps.includes(step), next: step });
    if (reply.ok) confirm(reply.value);
  };
  const back = async (kept: Facts) => {
    const target = step === undefined ? lastStep(view) : previousStep(view, step);
    if (target === undefined || step === undefined || Object.keys(kept).length === 0) return go(target);
    const reply = await answering.run({ runId, step, facts: kept, done: state.doneSteps.includes(step), next: target });
    if (!reply.ok) return;
    confirm(reply.value);
    setStep(target);
  };
  const mark = async (document: string, subject: string, mark_: DocumentState | null) => {
    const reply = await marking.run({ runId, document, subject, state: mark_ });
    if (reply.ok) confirm(reply.value);
    return reply.ok;
  };
  return {
    run: { ...screen, state },
    view,
    step,
    go,
    back: (kept) => void back(kept),
    answer,
    keep: (facts) => void keep(facts),
    mark,
    busy: awaited.some((action) => action.busy),
    refusal: [...awaited, showing].find((action) => action.refusal)?.refusal,
  };
}

const lastStep = (view: RunView) => view.steps.findLast((candidate) => candidate.state !== 'possible')?.id;
