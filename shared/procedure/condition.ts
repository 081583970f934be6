import type { Condition, DateExpression, DocumentState } from './condition-schema.ts';
import { isLocalDate } from './local-date.ts';
import type { FactValue } from './run-state.ts';

/** `undefined` is *unknown*: an answer not given yet could decide it either way (Kleene's third value). */
export type Truth = boolean | undefined;

/** A day, `null` when there is none and never will be ("non so", a deadline that does not apply), `undefined` not yet known. */
export type Day = string | null | undefined;

/** What a condition is asked about. */
export interface Ground {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** `undefined` until answered; `null` for "non so" and for a question that will not be asked. */
  fact(id: string): FactValue | undefined;
  deadline(id: string): Day;
  /** Whether something was sent at a step. */
  sent(step: string): Truth;
  /** One of the procedure's named conditions. */
  named(name: string): Truth;
  /** One entry per paper asked for, `undefined` where the clerk has said nothing; `undefined` while nobody knows whether it is needed. */
  documentStates(id: string): readonly (DocumentState | undefined)[] | undefined;
  /** The day in a row of one of the procedure's tables. */
  tableDay(table: string, row: string): string | undefined;
}

/** The value of a condition: true, false, or unknown while an answer it hangs on is missing. Never throws. */
export function truthOf(condition: Condition, ground: Ground): Truth {
  if ('all' in condition) return allOf(condition.all, (part) => truthOf(part, ground));
  if ('any' in condition) return anyOf(condition.any, (part) => truthOf(part, ground));
  if ('not' in condition) return not(truthOf(condition.not, ground));
  if ('is' in condition) return ground.named(condition.is);
  if ('sent' in condition) return ground.sent(condition.sent);
  if ('date' in condition) return dateTruth(condition, ground);
  if ('document' in condition) return documentTruth(condition.in, ground.documentStates(condition.document));
  return factTruth(condition, ground.fact(condition.fact));
}

/** Kleene's "and": one false decides, otherwise one unknown leaves it open. */
function allOf<T>(items: readonly T[], truth: (item: T) => Truth): Truth {
  return not(anyOf(items, (item) => not(truth(item))));
}

/** Kleene's "or": one true decides, otherwise one unknown leaves it open. */
export function anyOf<T>(items: readonly T[], truth: (item: T) => Truth): Truth {
  let open = false;
  for (const item of items) {
    const value = truth(item);
    if (value === true) return true;
    open ||= value === undefined;
  }
  return open ? undefined : false;
}

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

type FactLeaf = Extract<Condition, { fact: string }>;
type DateLeaf = Extract<Condition, { date: DateExpression }>;

function factTruth(leaf: FactLeaf, value: FactValue | undefined): Truth {
  if (value === undefined) return undefined;
  if ('known' in leaf) return (value !== null) === leaf.known;
  if (value === null) return false;
  if ('eq' in leaf) return value === leaf.eq;
  if ('in' in leaf) return typeof value === 'string' && leaf.in.includes(value);
  return typeof value === 'number' && withinBounds(leaf, value);
}

function withinBounds(bounds: Extract<FactLeaf, { lt?: number }>, value: number): boolean {
  return (
    (bounds.lt === undefined || value < bounds.lt) &&
    (bounds.lte === undefined || value <= bounds.lte) &&
    (bounds.gt === undefined || value > bounds.gt) &&
    (bounds.gte === undefined || value >= bounds.gte)
  );
}

/** Needed papers count one by one: true as soon as one is in such a state, false when all are marked and none is. */
function documentTruth(wanted: readonly DocumentState[], states: readonly (DocumentState | undefined)[] | undefined): Truth {
  return states && anyOf(states, (state) => state && wanted.includes(state));
}

function dateTruth(leaf: DateLeaf, ground: Ground): Truth {
  const { compare, other } = comparisonOf(leaf);
  const left = dayOf(leaf.date, ground);
  const right = dayOf(other, ground);
  if (left === null || right === null) return false;
  return left === undefined || right === undefined ? undefined : compare(left, right);
}

interface DateComparison {
  readonly compare: (left: string, right: string) => boolean;
  readonly other: DateExpression;
}

/** The one comparison of a date leaf; a leaf without any (the schema refuses it) compares to itself. */
export function comparisonOf(leaf: DateLeaf): DateComparison {
  if (leaf.before !== undefined) return { compare: (left, right) => left < right, other: leaf.before };
  if (leaf.onOrBefore !== undefined) return { compare: (left, right) => left <= right, other: leaf.onOrBefore };
  if (leaf.after !== undefined) return { compare: (left, right) => left > right, other: leaf.after };
  return { compare: (left, right) => left >= right, other: leaf.onOrAfter ?? leaf.date };
}

/** The day an expression stands for. */
export function dayOf(expression: DateExpression, ground: Ground): Day {
  if (typeof expression === 'string') return expression === 'today' ? ground.today : expression;
  if ('deadline' in expression) return ground.deadline(expression.deadline);
  if ('lookup' in expression) return tableRow(expression, ground);
  const value = ground.fact(expression.fact);
  return value === undefined || isLocalDate(value) ? value : null;
}

function tableRow(expression: { lookup: string; key: string; otherwise: string }, ground: Ground): Day {
  const row = ground.fact(expression.key);
  if (typeof row !== 'string') return row === undefined ? undefined : null;
  return ground.tableDay(expression.lookup, row) ?? expression.otherwise;
}
