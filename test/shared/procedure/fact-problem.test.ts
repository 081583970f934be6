import { expect, it } from 'vitest';
import { factProblem } from '../../../shared/procedure/fact-problem.ts';
import type { FactProblem } from '../../../shared/procedure/fact-problem.ts';
import type { Fact } from '../../../shared/procedure/procedure.ts';
import type { FactValue } from '../../../shared/procedure/run-state.ts';

const yesNo: Fact = { id: 'f', type: 'yes-no' };
const choice: Fact = { id: 'f', type: 'choice', options: ['a', 'b'] };
const past: Fact = { id: 'f', type: 'date', never: 'future' };
const coming: Fact = { id: 'f', type: 'date', never: 'past' };
const province: Fact = { id: 'f', type: 'province' };
const count: Fact = { id: 'f', type: 'count', min: 1, max: 9 };

it.each<[Fact, FactValue, FactProblem | undefined]>([
  [yesNo, true, undefined],
  [yesNo, 'true', 'not-yes-no'],
  [yesNo, null, 'not-known-not-allowed'],
  [{ ...yesNo, mayBeUnknown: true }, null, undefined],
  [choice, 'b', undefined],
  [choice, 'c', 'not-an-option'],
  [choice, 1, 'not-an-option'],
  [past, '2026-11-22', undefined],
  [past, '2026-11-23', 'in-the-future'],
  [past, '2026-02-30', 'not-a-date'],
  [past, true, 'not-a-date'],
  [coming, '2026-11-21', 'in-the-past'],
  [coming, '2026-11-22', undefined],
  [province, 'BL', undefined],
  [province, 'bl', 'not-a-province'],
  [province, 'XX', 'not-a-province'],
  [province, 'constructor', 'not-a-province'],
  [count, 1, undefined],
  [count, 0, 'too-small'],
  [count, 10, 'too-large'],
  [count, 1.5, 'not-a-count'],
  [count, Number.NaN, 'not-a-count'],
  [count, '3', 'not-a-count'],
  [{ id: 'f', type: 'count' }, -1, 'too-small'],
])('%o with %s: %s', (fact, value, expected) => expect(factProblem(fact, value, '2026-11-22')).toBe(expected));
