import { dayOf } from './condition.ts';
import { addPeriod, daysBetween } from './deadlines.ts';
import { deadlinesOf } from './procedure.ts';
import type { Amount, DeadlineDefinition, FollowUpDefinition, Procedure, Step } from './procedure.ts';
import { groundOf } from './run-ground.ts';
import type { RunGround } from './run-ground.ts';
import type { RunState } from './run-state.ts';
import type { RunView, StandingAmount, StandingBlock, StandingDeadline, StepView } from './run-view.ts';

/**
 * What is to be done, said and handed over in a run, from what the clerk has recorded so far. Pure; never throws on a
 * procedure that went through the schema, whatever the state.
 *
 * - Steps: `done` when left with "avanti" and everything it asks has an answer.
 * - Facts of steps no longer on the way stay recorded and do not count.
 * - Documents: in the order of the procedure's `documents`; of whom, see `subjectsOf`.
 * - Deadlines, follow-ups: those whose condition holds and whose day is known, whether or not a step shows them; never the
 *   unspoken ones.
 * - Blocks, amounts: of the steps certainly on the way.
 * @param today the desk's calendar day, `YYYY-MM-DD`
 */
export function evaluateRun(procedure: Procedure, state: RunState, today: string): RunView {
  const ground = groundOf(procedure, state, today);
  const certain = procedure.steps.filter((step) => ground.stepTruth(step.id) === true);
  const steps = procedure.steps.flatMap((step) => stepView(step, ground, state));
  const outcomes = procedure.outcomes.filter(({ when }) => ground.holds(when) === true).map(({ id, is }) => ({ id, is }));
  const shown = new Set(certain.flatMap((step) => step.amounts ?? []));
  return {
    steps,
    documents: procedure.documents.flatMap((document) => ground.needs(document.id)),
    blocks: certain.flatMap((step) => standingBlocks(step, ground, state)),
    deadlines: procedure.deadlines.filter(({ unspoken }) => unspoken !== true).flatMap((deadline) => standingDeadline(deadline, ground)),
    amounts: procedure.amounts.filter((amount) => shown.has(amount.id)).map((amount) => standingAmount(amount, today)),
    outcome: outcomes[0],
    outcomes,
    followUps: procedure.followUps.flatMap((followUp) => standingFollowUp(followUp, ground)),
    progress: {
      done: steps.filter((step) => step.state === 'done').length,
      total: certain.length,
      possible: steps.length - certain.length,
    },
  };
}

/** The step after `from` that is certainly on the way; the first to do when `from` is not on the way any more. */
export function nextStep(view: RunView, from: string): string | undefined {
  const at = view.steps.findIndex((step) => step.id === from);
  if (at < 0) return view.steps.find((step) => step.state === 'todo')?.id;
  return view.steps.slice(at + 1).find(isCertain)?.id;
}

/** The step before `from` that is certainly on the way. */
export function previousStep(view: RunView, from: string): string | undefined {
  const at = view.steps.findIndex((step) => step.id === from);
  return view.steps.slice(0, Math.max(at, 0)).findLast(isCertain)?.id;
}

const isCertain = (step: StepView) => step.state !== 'possible';

function stepView(step: Step, ground: RunGround, state: RunState): readonly StepView[] {
  const truth = ground.stepTruth(step.id);
  if (truth === false) return [];
  if (truth === undefined) return [{ id: step.id, state: 'possible' }];
  const answered = (step.facts ?? []).every((fact) => ground.fact(fact) !== undefined);
  return [{ id: step.id, state: answered && state.doneSteps.includes(step.id) ? 'done' : 'todo' }];
}

function standingBlocks(step: Step, ground: RunGround, state: RunState): readonly StandingBlock[] {
  const standing = (step.blocks ?? []).filter((block) => ground.holds(block.when) === true);
  return standing.map((block) => ({
    id: block.id,
    step: step.id,
    stops: block.stops,
    passed: state.passedBlocks.includes(block.id),
    referral: block.referral,
  }));
}

function standingDeadline(deadline: DeadlineDefinition, ground: RunGround): readonly StandingDeadline[] {
  const date = ground.deadline(deadline.id);
  const from = dayOf(deadline.from, ground);
  if (typeof date !== 'string' || typeof from !== 'string') return [];
  return [{ id: deadline.id, date, from, kind: deadline.kind, daysLeft: daysBetween(ground.today, date) }];
}

function standingAmount(amount: Amount, today: string): StandingAmount {
  return { ...amount, expired: today < amount.validFrom || today > amount.validTo };
}

function standingFollowUp(followUp: FollowUpDefinition, ground: RunGround): RunView['followUps'] {
  if (ground.holds(followUp.when) !== true) return [];
  const due = followUpDay(followUp.due, ground);
  return due === undefined ? [] : [{ id: followUp.id, due }];
}

function followUpDay(due: FollowUpDefinition['due'], ground: RunGround): string | undefined {
  const days = deadlinesOf(due).map((id) => ground.deadline(id)).filter((day) => typeof day === 'string');
  if ('deadline' in due) return days[0];
  return [addPeriod(ground.today, due.after), ...days.filter((day) => day >= ground.today)].toSorted()[0];
}
