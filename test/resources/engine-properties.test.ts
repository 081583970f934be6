import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../shared/procedure/condition-walk.ts';
import { documentStates } from '../../shared/procedure/condition-schema.ts';
import { evaluateRun, nextStep, previousStep } from '../../shared/procedure/procedure-run.ts';
import type { Fact, Procedure } from '../../shared/procedure/procedure.ts';
import { groundOf } from '../../shared/procedure/run-ground.ts';
import type { DocumentMark, FactValue, RunState } from '../../shared/procedure/run-state.ts';
import { personRoles } from '../../shared/session/closed-lists.ts';
import { sampleProcedure } from '../shared/procedure/sample-procedure.ts';
import { procedureFolders, readProcedure } from './catalogue.ts';

const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

/** What a clerk may answer, and now and then what no screen would let through. */
function answerTo(fact: Fact): fc.Arbitrary<FactValue> {
  const nonsense = fc.constantFrom<FactValue>(null, true, -1, 'constructor', '2026-02-30', '9999-12-31', Number.NaN);
  const sensible = {
    'yes-no': fc.boolean(),
    choice: fc.constantFrom(...(fact.options ?? ['none'])),
    date: day,
    province: fc.constantFrom('BS', 'AL', 'CH', 'BL', 'RM'),
    count: fc.integer({ min: 0, max: 9 }),
  }[fact.type];
  return fc.oneof({ weight: 9, arbitrary: sensible }, { weight: 1, arbitrary: nonsense });
}

function stateOf(procedure: Procedure): fc.Arbitrary<RunState> {
  const answers = fc.tuple(...procedure.facts.map((fact) => answerTo(fact).map((value): [string, FactValue] => [fact.id, value])));
  const ids = procedure.documents.map(({ id }) => id);
  const mark: fc.Arbitrary<DocumentMark> = fc.record({
    document: fc.constantFrom(...ids, 'no-such-paper'),
    subject: fc.constantFrom('household', 'role:main', 'p-main', 'p-partner'),
    state: fc.constantFrom(...documentStates),
  });
  return fc.record({
    facts: answers.chain((all) => fc.subarray(all)).map((some): RunState['facts'] => Object.fromEntries(some)),
    documents: fc.uniqueArray(mark, { maxLength: 12, selector: ({ document, subject }) => `${document}/${subject}` }),
    people: fc.subarray([...personRoles]).map((roles) => roles.map((role) => ({ id: `p-${role}`, role }))),
    doneSteps: fc.subarray(procedure.steps.map(({ id }) => id)),
    passedBlocks: fc.constant([]),
    sent: fc.subarray(procedure.steps.filter(({ kind }) => kind === 'submission').map(({ id }) => id)),
  });
}

/** The state with some answers and marks not given yet. */
const lessKnown = (state: RunState, keep: (key: string) => boolean): RunState => ({
  ...state,
  facts: Object.fromEntries(Object.entries(state.facts).filter(([id]) => keep(id))),
  documents: state.documents.filter(({ document, subject }) => keep(`${document}/${subject}`)),
});

/** All the engine has made up its mind about, a line each. */
function statements(procedure: Procedure, state: RunState, today: string): readonly string[] {
  const ground = groundOf(procedure, state, today);
  const said: readonly (readonly [string, unknown])[] = [
    ...conditionsOf(procedure).map(({ place, condition }) => [place, ground.holds(condition)] as const),
    ...procedure.steps.map(({ id }) => [`step ${id}`, ground.stepTruth(id)] as const),
    ...procedure.deadlines.map(({ id }) => [`deadline ${id}`, ground.deadline(id)] as const),
    ...procedure.documents.map(({ id }) => [`document ${id}`, ground.documentTruth(id)] as const),
  ];
  return said.filter(([, value]) => value !== undefined).map(([what, value]) => `${what}: ${String(value)}`);
}

const procedures = [['sample', sampleProcedure] as const, ...procedureFolders.map((folder) => [folder, readProcedure(folder)] as const)];

describe.each(procedures)('the engine on %s', (_name, procedure) => {
  const numRuns = 100;

  it('never throws, keeps the order of steps, and counts no more than there is', () => {
    const holds = fc.property(stateOf(procedure), day, (state, today) => {
      const { steps, progress } = evaluateRun(procedure, state, today);
      const order = procedure.steps.map(({ id }) => id);
      expect(steps.map(({ id }) => id)).toEqual(order.filter((id) => steps.some((step) => step.id === id)));
      expect(progress.done).toBeLessThanOrEqual(progress.total);
      expect(progress.total + progress.possible).toBe(steps.length);
    });
    fc.assert(holds, { numRuns });
  });

  it('never takes back what it said, whatever is answered next', () => {
    const holds = fc.property(stateOf(procedure), day, fc.func(fc.boolean()), (state, today, keep) => {
      const later = new Set(statements(procedure, state, today));
      expect(statements(procedure, lessKnown(state, keep), today).filter((said) => !later.has(said))).toEqual([]);
    });
    fc.assert(holds, { numRuns });
  });

  it('says the same of the same record, and goes back the way it came', () => {
    const holds = fc.property(stateOf(procedure), day, (state, today) => {
      const recorded = structuredClone(state);
      const view = evaluateRun(procedure, state, today);
      const way = [view.steps.find((step) => step.state !== 'possible')?.id ?? ''];
      for (let next = nextStep(view, way[0] ?? ''); next !== undefined; next = nextStep(view, next)) way.push(next);
      const back = [way.at(-1) ?? ''];
      for (let previous = previousStep(view, back[0] ?? ''); previous !== undefined; previous = previousStep(view, previous)) back.unshift(previous);
      expect(back).toEqual(way);
      expect(way).toHaveLength(view.progress.total);
      expect(state).toEqual(recorded);
      expect(evaluateRun(procedure, recorded, today)).toEqual(view);
    });
    fc.assert(holds, { numRuns });
  });

  it('is quick: half of the evaluations take less than a millisecond even on a busy machine', () => {
    const states = fc.sample(stateOf(procedure), 300);
    const times = states.map((state) => {
      const start = performance.now();
      evaluateRun(procedure, state, '2026-11-22');
      return performance.now() - start;
    });
    expect(times.sort((left, right) => left - right)[150]).toBeLessThan(1);
  });
});
