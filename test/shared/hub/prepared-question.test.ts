import { describe, expect, test } from 'vitest';
import { checklistSchema, preparedQuestionSchema, questionDraftSchema } from '../../../shared/hub/prepared-question.ts';

const question = {
  topic: 'disability',
  urgency: 'deadline',
  language: 'it',
  preferential: false,
  done: 'Domanda del 12/03/2026 inviata dal patronato.',
  blocked: 'Il verbale non compare, legge 104/1992.',
  asked: 'Come si chiede la copia?',
  identified: 'in-date',
} as const;
const accepts = (changed: object) => preparedQuestionSchema.safeParse({ ...question, ...changed }).success;

test('a whole question is taken as it is', () => expect(preparedQuestionSchema.parse(question)).toEqual(question));

describe('what does not pass', () => {
  test.each([
    ['a codice fiscale in what was done', { done: 'Rossi RSSMRA80A01H501U' }],
    ['one in what blocks', { blocked: 'rss mra 80a01 h501u' }],
    ['one in what is asked', { asked: 'Per RSSMRA80A01H501U?' }],
    ['a telephone', { asked: 'Chiamare il 333 1234567' }],
    ['nothing asked', { asked: ' \n ' }],
    ['a part too long', { blocked: 'x'.repeat(301) }],
    ['a topic of no list', { topic: 'football' }],
    ['a field nobody knows', { name: 'Mario Rossi' }],
    ['the reason of precedence', { preferential: 'pregnancy' }],
  ])('%s', (_what, changed) => expect(accepts(changed)).toBe(false));

  test('though a draft is still only text: what is wrong with it has its own sentence', () =>
    expect(questionDraftSchema.safeParse({ ...question, done: 'RSSMRA80A01H501U' }).success).toBe(true));
});

test('unseen characters neither hide a codice fiscale nor reach the official', () => {
  expect(accepts({ done: 'RSS\u200bMRA80A01\u00adH501U' })).toBe(false);
  expect(preparedQuestionSchema.parse({ ...question, done: 'a\u202eb' }).done).toBe('ab');
});

test('a checklist has titles and states, and nothing of what was answered', () => {
  const checklist = { procedure: 'ISEE', steps: [{ title: 'Documenti', state: 'now' }], documents: [{ title: 'Carta d’identità', state: 'seen' }] };
  expect(checklistSchema.safeParse(checklist).success).toBe(true);
  expect(checklistSchema.safeParse({ ...checklist, steps: [{ title: 'Documenti', state: 'now', answer: '12.000 euro' }] }).success).toBe(false);
  expect(checklistSchema.safeParse({ ...checklist, documents: Array.from({ length: 61 }, () => checklist.documents[0]) }).success).toBe(false);
});
