import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../condition.ts';
import type { Ground } from '../condition.ts';
import { allLeavesOf, daysComparedBy } from '../condition-walk.ts';
import type { DateExpression } from '../condition-schema.ts';
import { addPeriod, deadlineDay } from '../deadlines.ts';
import type { DeadlineRule } from '../deadlines.ts';
import { indexOf } from '../procedure-index.ts';
import { perProcedure } from '../per-procedure.ts';
import type { Procedure } from '../procedure.ts';

/** Days that stand for all others, and whether they truly do: false when a day compared with is not known yet. */
export interface DayCandidates {
  readonly days: readonly string[];
  readonly complete: boolean;
}

/** A day that can be chosen: the day of the session, `today`, or the answer to a fact, `fact <id>`. */
export type FreeDay = 'today' | `fact ${string}`;

/**
 * The days at which, and the days beside which, some comparison of the procedure changes its mind about a free day: straight
 * boundaries, and boundaries of deadlines counted from it (120 days before the day the deadline is compared with).
 * @param ground where the days it is compared with are looked up
 */
export function boundaryDays(procedure: Procedure, free: FreeDay, ground: Ground): DayCandidates {
  const { boundaries, days } = memoryOf(procedure);
  const mine = remembered(boundaries, free, () => boundariesOf(procedure, free));
  const targets = mine.map(({ other }) => daysNamed(procedure, other, ground));
  const compute = () => mine.flatMap(({ rules }, at) => daysBeside(rules, targets[at] ?? []));
  return { days: remembered(days, `${free} ${targets.join('|')}`, compute), complete: !targets.includes(undefined) };
}

/** The session days at which a comparison between today and a fact changes its mind, were the fact answered with one of `days`. */
export function daysLinkedTo(procedure: Procedure, fact: `fact ${string}`, days: readonly string[]): readonly string[] {
  const links = boundariesOf(procedure, 'today').flatMap(({ rules, other }) => {
    const rulesFromFact = rulesBetween(procedure, fact, other);
    return rulesFromFact === undefined ? [] : [{ rules, rulesFromFact }];
  });
  return links.flatMap(({ rules, rulesFromFact }) => daysBeside(rules, days.map((day) => rulesFromFact.reduce((from, rule) => deadlineDay(rule, from), day))));
}

interface Boundary {
  /** What leads from the free day to the day that is compared. */
  readonly rules: readonly DeadlineRule[];
  readonly other: DateExpression;
}

/** The search asks the same again and again. */
const memoryOf = perProcedure(() => ({ boundaries: new Map<string, readonly Boundary[]>(), days: new Map<string, readonly string[]>() }));

function remembered<T>(memory: Map<string, T>, key: string, compute: () => T): T {
  const value = memory.get(key) ?? compute();
  memory.set(key, value);
  return value;
}

function boundariesOf(procedure: Procedure, free: FreeDay): readonly Boundary[] {
  return comparisonsOf(procedure).flatMap(({ one, other }) => {
    const rules = rulesBetween(procedure, free, one);
    return rules === undefined ? [] : [{ rules, other }];
  });
}

function daysBeside(rules: readonly DeadlineRule[], targets: readonly string[]): readonly string[] {
  const starts = rules.reduceRight((ends, rule) => ends.flatMap((end) => startsNear(rule, end)), targets);
  return [...new Set(starts)].flatMap((start) => [-1, 0, 1].map((offset) => addPeriod(start, { days: offset })));
}

/** Every comparison of two days, from either side. */
const comparisonsOf = perProcedure((procedure) =>
  allLeavesOf(procedure).flatMap((leaf) => {
    const [one, other] = daysComparedBy(leaf);
    return one === undefined || other === undefined ? [] : [{ one, other }, { one: other, other: one }];
  }),
);

/** The deadline rules that lead from a free day to an expression, in order; `undefined` when it does not lead there. */
function rulesBetween(procedure: Procedure, free: FreeDay, expression: DateExpression): readonly DeadlineRule[] | undefined {
  if (typeof expression === 'string') return expression === free ? [] : undefined;
  if ('fact' in expression) return free === `fact ${expression.fact}` ? [] : undefined;
  const deadline = 'deadline' in expression ? indexOf(procedure).deadlines.get(expression.deadline) : undefined;
  const before = deadline && rulesBetween(procedure, free, deadline.from);
  return deadline && before && [...before, deadline.rule];
}

/** All the days an expression can be, given what is known; `undefined` when it hangs on an answer not given yet. */
function daysNamed(procedure: Procedure, expression: DateExpression, ground: Ground): readonly string[] | undefined {
  const day = dayOf(expression, ground);
  if (day !== undefined) return day === null ? [] : [day];
  if (typeof expression === 'string' || !('lookup' in expression)) return undefined;
  return [...new Set([...Object.values(procedure.tables?.[expression.lookup] ?? {}), expression.otherwise])];
}

/** Days from which a rule leads to `end` or right beside it; months do not run backwards exactly, so some days around. */
function startsNear(rule: DeadlineRule, end: string): readonly string[] {
  if ('add' in rule) {
    const { days = 0, months = 0, years = 0 } = rule.add;
    const start = addPeriod(end, { days: -days, months: -months, years: -years });
    return months === 0 && years === 0 ? [start] : [-3, -2, -1, 0, 1, 2, 3].map((offset) => addPeriod(start, { days: offset }));
  }
  const { year, month } = Temporal.PlainDate.from(end);
  if ('on' in rule) {
    return [-1, 0, 1].flatMap((offset) => [1, 12].map((edge) => dayText(year - rule.yearsLater + offset, edge, edge === 1 ? 1 : 31)));
  }
  return [-1, 0, 1, 2].map((offset) => addPeriod(dayText(year, month, 1), { months: offset - rule.firstOfMonth }));
}

const dayText = (year: number, month: number, day: number): string => Temporal.PlainDate.from({ year, month, day }).toString();
