import { dayOf } from '../condition.ts';
import { daysComparedBy } from '../condition-walk.ts';
import type { Condition, DateExpression } from '../condition-schema.ts';
import { indexOf } from '../procedure-index.ts';
import type { Procedure, Step } from '../procedure.ts';
import type { RunGround } from '../run-ground.ts';

/** What to find out next: the answer to a fact that is being asked, how it stands with a paper that is needed, whether something was sent at a step. */
export type OpenQuestion = { readonly kind: 'fact' | 'document' | 'sending'; readonly id: string };

/**
 * The first thing that keeps a condition unknown and that somebody could find out now. `undefined` when nothing does, or
 * when the procedure hangs on itself.
 */
export function openQuestion(procedure: Procedure, condition: Condition | undefined, ground: RunGround): OpenQuestion | undefined {
  if (condition === undefined || ground.holds(condition) !== undefined) return undefined;
  if ('not' in condition) return openQuestion(procedure, condition.not, ground);
  if ('is' in condition) return openQuestion(procedure, procedure.conditions?.[condition.is], ground);
  if ('sent' in condition) return openSending(procedure, condition.sent, ground);
  if ('document' in condition) return openDocument(procedure, condition.document, ground);
  if ('date' in condition) return first(daysComparedBy(condition), (day) => openDay(procedure, day, ground));
  if ('fact' in condition) return openFact(procedure, condition.fact, ground);
  return first('all' in condition ? condition.all : condition.any, (part) => openQuestion(procedure, part, ground));
}

function first<T>(items: readonly T[], find: (item: T) => OpenQuestion | undefined): OpenQuestion | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function openDay(procedure: Procedure, day: DateExpression, ground: RunGround): OpenQuestion | undefined {
  if (typeof day === 'string' || dayOf(day, ground) !== undefined) return undefined;
  if (!('deadline' in day)) return openFact(procedure, 'fact' in day ? day.fact : day.key, ground);
  const deadline = indexOf(procedure).deadlines.get(day.deadline);
  return deadline && (openQuestion(procedure, deadline.when, ground) ?? openDay(procedure, deadline.from, ground));
}

function openFact(procedure: Procedure, id: string, ground: RunGround): OpenQuestion | undefined {
  const steps = indexOf(procedure).stepsAsking.get(id) ?? [];
  if (ground.fact(id) !== undefined) return undefined;
  return steps.some((step) => ground.stepTruth(step.id) === true) ? { kind: 'fact', id } : openStep(procedure, steps, ground);
}

function openDocument(procedure: Procedure, id: string, ground: RunGround): OpenQuestion | undefined {
  const index = indexOf(procedure);
  if (ground.documentTruth(id) === true) return { kind: 'document', id };
  return openStep(procedure, index.stepsListing.get(id) ?? [], ground) ?? openQuestion(procedure, index.documents.get(id)?.when, ground);
}

function openSending(procedure: Procedure, id: string, ground: RunGround): OpenQuestion | undefined {
  return ground.stepTruth(id) === true ? { kind: 'sending', id } : openQuestion(procedure, indexOf(procedure).steps.get(id)?.when, ground);
}

const openStep = (procedure: Procedure, steps: readonly Step[], ground: RunGround): OpenQuestion | undefined =>
  first(steps, (step) => openQuestion(procedure, step.when, ground));
