import type { Outcome, PersonRole, Referral } from '../session/closed-lists.ts';
import type { DocumentState } from './condition-schema.ts';
import type { Amount, DeadlineDefinition } from './procedure.ts';

/** `possible`: whether the step will be needed depends on an answer not given yet. */
export type StepState = 'done' | 'todo' | 'possible';

export interface StepView {
  readonly id: string;
  readonly state: StepState;
}

export interface DocumentNeed {
  readonly document: string;
  readonly subject: string;
  readonly role: PersonRole | 'household';
  readonly essential: boolean;
  /** `undefined` until the clerk has said something. */
  readonly state: DocumentState | undefined;
}

export interface StandingBlock {
  readonly id: string;
  readonly step: string;
  readonly stops: boolean;
  readonly passed: boolean;
  readonly referral: Referral | undefined;
}

export interface StandingDeadline {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly from: string;
  readonly kind: DeadlineDefinition['kind'];
  /** Days from today to `date`; negative when past. */
  readonly daysLeft: number;
}

export interface StandingAmount extends Amount {
  /** Outside validFrom..validTo on the day: shown struck out, never as a fact. */
  readonly expired: boolean;
}

export interface StandingOutcome {
  readonly id: string;
  readonly is: Outcome;
}

/** What the engine makes of a procedure and a run's state on a given day. */
export interface RunView {
  /** Steps certainly or possibly on the way, in the order of the procedure. */
  readonly steps: readonly StepView[];
  readonly documents: readonly DocumentNeed[];
  readonly blocks: readonly StandingBlock[];
  readonly deadlines: readonly StandingDeadline[];
  readonly amounts: readonly StandingAmount[];
  /** First outcome whose condition holds. */
  readonly outcome: StandingOutcome | undefined;
  /** All of them, in the order of the procedure. */
  readonly outcomes: readonly StandingOutcome[];
  readonly followUps: readonly { readonly id: string; readonly due: string }[];
  /** `possible` counts the steps that may still be added. */
  readonly progress: { readonly done: number; readonly total: number; readonly possible: number };
}
