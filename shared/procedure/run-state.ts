import type { PersonRole } from '../session/closed-lists.ts';
import type { DocumentState } from './condition-schema.ts';

/** The answer to a fact; `null` is "non so" (only where the fact allows it). Dates are `YYYY-MM-DD`, provinces `XX`. */
export type FactValue = boolean | string | number | null;
export type Facts = Readonly<Record<string, FactValue>>;

/** One mark on one paper. `subject` is a person's id, `household`, or `role:<role>` for somebody not at the desk. */
export interface DocumentMark {
  readonly document: string;
  readonly subject: string;
  readonly state: DocumentState;
}

/** All a clerk has recorded in one run; everything else about it is computed (see procedure-run.ts). */
export interface RunState {
  readonly facts: Facts;
  readonly documents: readonly DocumentMark[];
  readonly people: readonly { readonly id: string; readonly role: PersonRole }[];
  /** Steps the clerk has left with "avanti", in the order of the procedure or not. */
  readonly doneSteps: readonly string[];
  /** Blocks the clerk has chosen to go past. */
  readonly passedBlocks: readonly string[];
  /** Submission steps at which something was sent. */
  readonly sent: readonly string[];
}
