import { factProblem } from '../../shared/procedure/fact-problem.ts';
import type { FactProblem } from '../../shared/procedure/fact-problem.ts';
import { evaluateRun, nextStep } from '../../shared/procedure/procedure-run.ts';
import type { Fact, Procedure, Step } from '../../shared/procedure/procedure.ts';
import type { Facts, FactValue, RunState } from '../../shared/procedure/run-state.ts';
import type { RunView, StandingBlock } from '../../shared/procedure/run-view.ts';

/** Answers on screen, not yet saved; undefined where nothing stands. */
export type Answers = Readonly<Record<string, FactValue | undefined>>;

/** What leaving a step with some answers leads to. */
export interface AnswerPlan {
  /** False when a block on the step stops the clerk: the answers are saved, the step stays on screen. */
  readonly done: boolean;
  /** The step to show; undefined at the end of the run. */
  readonly next: string | undefined;
}

const stands = (block: StandingBlock, step: string) => block.step === step && block.stops && !block.passed;

/** Blocks of a step that the view has and the one before had not: what the answer just given has brought up. */
const raised = (view: RunView, before: RunView, step: string) =>
  view.blocks.filter((block) => block.step === step && !before.blocks.some(({ id }) => id === block.id));

/**
 * Looks ahead: evaluates the run as it will be with these answers. A warning the answers raise keeps the step on screen once,
 * so that it is read; the next "avanti" goes on.
 * @param today the desk's calendar day, `YYYY-MM-DD`
 */
export function planAnswer(procedure: Procedure, state: RunState, step: string, facts: Facts, today: string): AnswerPlan {
  const ahead = { ...state, facts: { ...state.facts, ...facts }, doneSteps: [...new Set([...state.doneSteps, step])] };
  const view = evaluateRun(procedure, ahead, today);
  if (view.blocks.some((block) => stands(block, step))) return { done: false, next: step };
  if (raised(view, evaluateRun(procedure, state, today), step).some((block) => !block.passed)) return { done: true, next: step };
  return { done: true, next: nextStep(view, step) };
}

/** Where a run opened again stands: the step last shown while it is on the way, the end once everything is done. */
export function whereToStand(procedure: Procedure, state: RunState, currentStep: string, today: string): string | undefined {
  const view = evaluateRun(procedure, state, today);
  const certain = view.steps.filter((step) => step.state !== 'possible');
  if (certain.every((step) => step.state === 'done')) return undefined;
  return certain.some((step) => step.id === currentStep) ? currentStep : certain.find((step) => step.state === 'todo')?.id;
}

/** The facts a step asks, with their definitions. */
export function factsOfStep(procedure: Procedure, step: Step): readonly Fact[] {
  return (step.facts ?? []).flatMap((id) => procedure.facts.find((fact) => fact.id === id) ?? []);
}

export type AnswerProblem = FactProblem | 'missing';

/** What is wrong with the answers of a step, by fact; `missing` where nothing stands. */
export function answerProblems(facts: readonly Fact[], answers: Answers, today: string): Readonly<Record<string, AnswerProblem>> {
  const found = facts.flatMap((fact): [string, AnswerProblem][] => {
    const value = answers[fact.id];
    const problem = value === undefined ? 'missing' : factProblem(fact, value, today);
    return problem === undefined ? [] : [[fact.id, problem]];
  });
  return Object.fromEntries(found);
}

/**
 * What is worth keeping of a step that is left without "avanti": nothing while nothing fits that differs from what is saved,
 * otherwise all of its answers, for one left out is taken back. Where what stands does not fit, what was saved stays.
 */
export function worthKeeping(facts: readonly Fact[], answers: Answers, saved: Facts, today: string): Facts {
  const kept = facts.flatMap((fact): [string, FactValue][] => {
    const value = answers[fact.id];
    const standing = value === undefined || factProblem(fact, value, today) !== undefined ? saved[fact.id] : value;
    return standing === undefined ? [] : [[fact.id, standing]];
  });
  return kept.some(([id, value]) => value !== saved[id]) ? Object.fromEntries(kept) : {};
}

/** Answered by pressing one of its options, not by typing. */
export const isPressed = (facts: readonly Fact[], id: string): boolean => facts.some((fact) => fact.id === id && (fact.type === 'yes-no' || fact.type === 'choice'));

/** One question answered with one press: the step goes on by itself. */
export const isOnePress = (facts: readonly Fact[]): boolean => {
  const [only, ...others] = facts;
  return only !== undefined && others.length === 0 && (only.type === 'yes-no' || only.type === 'choice');
};
