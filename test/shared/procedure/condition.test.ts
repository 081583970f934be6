import { describe, expect, it } from 'vitest';
import { truthOf } from '../../../shared/procedure/condition.ts';
import type { Day, Ground, Truth } from '../../../shared/procedure/condition.ts';
import type { Condition, DocumentState } from '../../../shared/procedure/condition-schema.ts';
import type { FactValue } from '../../../shared/procedure/run-state.ts';

interface Known {
  facts?: Record<string, FactValue>;
  deadlines?: Record<string, Day>;
  documents?: Record<string, readonly (DocumentState | undefined)[]>;
  named?: Record<string, Truth>;
  sent?: Record<string, Truth>;
}

const ground = ({ facts = {}, deadlines = {}, documents = {}, named = {}, sent = {} }: Known): Ground => ({
  today: '2026-11-22',
  fact: (id) => facts[id],
  deadline: (id) => deadlines[id],
  documentStates: (id) => documents[id],
  named: (name) => named[name],
  sent: (step) => sent[step],
  tableDay: (table, row) => (table === 'reform' && row === 'BS' ? '2025-01-01' : undefined),
});
const truth = (condition: Condition, known: Known = {}) => truthOf(condition, ground(known));

const yes: Condition = { fact: 'yes', eq: true };
const no: Condition = { fact: 'no', eq: true };
const open: Condition = { fact: 'open', eq: true };
const three = { facts: { yes: true, no: false } };

describe('three values', () => {
  it.each<[Condition, Truth]>([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, open] }, undefined],
    [{ all: [open, no] }, false],
    [{ any: [no, no] }, false],
    [{ any: [no, open] }, undefined],
    [{ any: [open, yes] }, true],
    [{ not: yes }, false],
    [{ not: no }, true],
    [{ not: open }, undefined],
  ])('%j is %s', (condition, expected) => expect(truth(condition, three)).toBe(expected));
});

describe('"non so"', () => {
  const unknown = { facts: { a: null } };

  it.each<Condition>([
    { fact: 'a', eq: true },
    { fact: 'a', eq: 0 },
    { fact: 'a', in: ['x'] },
    { fact: 'a', lt: 5 },
    { fact: 'a', known: true },
    { date: { fact: 'a' }, before: 'today' },
    { date: 'today', onOrAfter: { fact: 'a' } },
    { date: 'today', onOrAfter: { lookup: 'reform', key: 'a', otherwise: '2027-01-01' } },
  ])('makes %j false', (condition) => expect(truth(condition, unknown)).toBe(false));

  it('is told apart from an answer, and from no answer yet', () => {
    expect(truth({ fact: 'a', known: false }, unknown)).toBe(true);
    expect(truth({ fact: 'a', known: false }, { facts: { a: false } })).toBe(false);
    expect(truth({ fact: 'a', known: false })).toBeUndefined();
  });
});

describe('comparisons', () => {
  const facts = { count: 3, choice: 'b', day: '2026-11-22', province: 'BS', elsewhere: 'BL' };

  it.each<[Condition, boolean]>([
    [{ fact: 'count', lt: 3 }, false],
    [{ fact: 'count', lte: 3 }, true],
    [{ fact: 'count', gt: 3 }, false],
    [{ fact: 'count', gte: 3 }, true],
    [{ fact: 'count', eq: 3 }, true],
    [{ fact: 'choice', lt: 3 }, false],
    [{ fact: 'choice', in: ['a', 'b'] }, true],
    [{ fact: 'choice', in: ['a'] }, false],
    [{ date: { fact: 'day' }, before: 'today' }, false],
    [{ date: { fact: 'day' }, onOrBefore: 'today' }, true],
    [{ date: { fact: 'day' }, after: '2026-11-21' }, true],
    [{ date: { fact: 'day' }, onOrAfter: '2026-11-23' }, false],
    [{ date: { fact: 'choice' }, onOrAfter: '2026-11-23' }, false],
    [{ date: 'today', onOrAfter: { lookup: 'reform', key: 'province', otherwise: '2027-01-01' } }, true],
    [{ date: 'today', onOrAfter: { lookup: 'reform', key: 'elsewhere', otherwise: '2027-01-01' } }, false],
  ])('%j is %s', (condition, expected) => expect(truth(condition, { facts })).toBe(expected));

  it('with a deadline wait for its day, and fail when it does not apply', () => {
    const late: Condition = { date: 'today', after: { deadline: 'd' } };
    expect(truth(late)).toBeUndefined();
    expect(truth(late, { deadlines: { d: null } })).toBe(false);
    expect(truth(late, { deadlines: { d: '2026-11-21' } })).toBe(true);
  });

  it('ask whether something was sent', () => {
    expect([true, false, undefined].map((told) => truth({ sent: 'x' }, { sent: { x: told } }))).toEqual([true, false, undefined]);
  });

  it('ask a named condition', () => expect(truth({ is: 'x' }, { named: { x: true } })).toBe(true));
});

describe('papers', () => {
  const lacking: Condition = { document: 'card', in: ['missing', 'cannot-find'] };

  it.each<[readonly (DocumentState | undefined)[] | undefined, Truth]>([
    [undefined, undefined],
    [[], false],
    [['seen'], false],
    [['seen', undefined], undefined],
    [['missing', undefined], true],
    [['seen', 'cannot-find'], true],
    [[undefined], undefined],
  ])('marked %j make it %s', (states, expected) => {
    expect(truth(lacking, states === undefined ? {} : { documents: { card: states } })).toBe(expected);
  });
});
