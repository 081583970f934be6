import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, DateExpression } from '../../../shared/procedure/condition-schema.ts';
import { addPeriod } from '../../../shared/procedure/deadlines.ts';
import { factProblem } from '../../../shared/procedure/fact-problem.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { groundOf } from '../../../shared/procedure/run-ground.ts';
import type { FactValue, RunState } from '../../../shared/procedure/run-state.ts';
import { createSearch } from '../../../shared/procedure/search/witness-search.ts';
import { emptyState, sampleProcedure } from './sample-procedure.ts';

/** The sample with one more condition in it: the search looks at the boundaries a procedure's own conditions name. */
const sampleAsking = (asked: Condition): Procedure => ({ ...sampleProcedure, conditions: { ...sampleProcedure.conditions, asked } });

const canReach = (condition: Condition, before: readonly Condition[] = []) => createSearch(sampleAsking(condition))({ holds: condition, before });

describe('the search', () => {
  it.each<Condition>([
    { all: [{ fact: 'married', eq: true }, { fact: 'children', gte: 3 }] },
    { all: [{ date: 'today', after: { deadline: 'application' } }, { date: { fact: 'event' }, onOrAfter: '2026-07-01' }] },
    { all: [{ date: { deadline: 'application' }, onOrAfter: '2026-10-29' }, { date: { deadline: 'application' }, before: '2026-10-30' }] },
    { all: [{ date: { deadline: 'papers-in' }, onOrAfter: '2027-01-01' }, { date: { fact: 'event' }, before: '2026-01-02' }] },
    { all: [{ is: 'new-flow' }, { date: 'today', before: '2025-06-01' }] },
    { all: [{ document: 'identity-card', in: ['missing'] }, { fact: 'married', known: false }] },
    { fact: 'event', known: false },
    { all: [{ date: { fact: 'event' }, onOrAfter: '2025-03-01' }, { date: { fact: 'event' }, before: '2025-03-02' }, { date: 'today', onOrAfter: { deadline: 'application' } }] },
  ])('finds a run in which %j', (condition) => {
    const found = canReach(condition);
    expect(found && groundOf(sampleProcedure, found.state, found.today).holds(condition)).toBe(true);
  });

  it.each<Condition>([
    { all: [{ fact: 'married', eq: true }, { fact: 'married', known: false }] },
    { all: [{ fact: 'married', eq: false }, { fact: 'children', gte: 0 }] },
    { fact: 'children', gt: 20 },
    { fact: 'channel', known: false },
    { date: { fact: 'event' }, after: 'today' },
    { all: [{ date: 'today', after: { deadline: 'application' } }, { date: { fact: 'event' }, onOrAfter: 'today' }] },
    { all: [{ is: 'new-flow' }, { date: 'today', before: '2025-01-01' }] },
    { all: [{ is: 'new-flow' }, { fact: 'event', known: true }] },
    { all: [{ date: { deadline: 'application' }, onOrAfter: '2026-10-29' }, { date: { fact: 'event' }, before: '2026-07-01' }] },
  ])('proves that there is none in which %j', (condition) => expect(canReach(condition)).toBe(false));

  it('finds a run in which one comes before the others, as outcomes do', () => {
    const portal: Condition = { fact: 'channel', eq: 'portal' };
    const known: Condition = { fact: 'channel', known: true };
    expect(canReach(known, [portal])).toMatchObject({ state: { facts: { channel: 'caf' } } });
    expect(canReach(portal, [known])).toBe(false);
  });
});

const day = fc.date({ min: new Date('2024-06-01'), max: new Date('2028-06-30'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const expression: fc.Arbitrary<DateExpression> = fc.oneof(
  fc.constantFrom<DateExpression>('today', { fact: 'event' }, { deadline: 'application' }, { deadline: 'papers-in' }),
  day,
  fc.constant({ lookup: 'reform', key: 'province', otherwise: '2027-01-01' }),
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constant('married'), eq: fc.boolean() }),
  fc.record({ fact: fc.constant('children'), lt: fc.integer({ min: 0, max: 22 }) }),
  fc.record({ fact: fc.constant('channel'), in: fc.subarray(['portal', 'caf', 'patronato'], { minLength: 1 }) }),
  fc.record({ fact: fc.constantFrom('event', 'married', 'channel'), known: fc.boolean() }),
  fc.record({ date: expression, before: expression }),
  fc.record({ date: expression, onOrAfter: expression }),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.record({ not: tie('tree') }),
    fc.record({ all: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
  ),
})).tree;

/** A run as a desk could really have it: the event some days before today, every answer one the questions take. */
const run: fc.Arbitrary<{ state: RunState; today: string }> = fc
  .record({
    today: day,
    province: fc.constantFrom('BS', 'AL', 'BL'),
    married: fc.constantFrom(true, false, null),
    daysSince: fc.option(fc.nat(600)),
    children: fc.integer({ min: 0, max: 20 }),
    channel: fc.constantFrom('portal', 'caf', 'patronato'),
  })
  .map(({ today, daysSince, ...answers }) => {
    const facts: Record<string, FactValue> = { ...answers, event: daysSince === null ? null : addPeriod(today, { days: -daysSince }) };
    return { today, state: { ...emptyState, facts } };
  });

it('never says "there is none" of a condition some run fulfils', () => {
  const honest = fc.property(condition, fc.array(run, { minLength: 60, maxLength: 60 }), (asked, runs) => {
    const procedure = sampleAsking(asked);
    const fulfilled = runs.some(({ state, today }) => groundOf(procedure, state, today).holds(asked) === true);
    const denied = createSearch(procedure)({ holds: asked }) === false;
    expect({ asked, both: fulfilled && denied }).toEqual({ asked, both: false });
  });
  fc.assert(honest, { numRuns: 150 });
});

it('the sample’s own answers fit its questions, or the test above would prove nothing', () => {
  const fits = fc.property(run, ({ state, today }) => {
    const problems = sampleProcedure.facts.map((fact) => factProblem(fact, state.facts[fact.id] ?? null, today));
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });
  fc.assert(fits, { numRuns: 50 });
});
