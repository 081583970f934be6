import { expect, test } from 'vitest';
import { labelProblem } from '../../../renderer/consultation/papers/label-problem.ts';
import papers from '../../../resources/locales/it/papers.json' with { type: 'json' };

test.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['Carta di RSSMRA80A01H501U', 'personal'],
  ['Protocollo 12345678', 'personal'],
  ['Verbale di invalidità', undefined],
])('%j is %s', (label, problem) => expect(labelProblem(label)).toBe(problem));

test('every label of the list may be sent as it stands', () => {
  expect(Object.values(papers.label.kind).filter((label) => labelProblem(label) !== undefined)).toEqual([]);
});
