import { describe, expect, test } from 'vitest';
import { fillBlanks, sentenceOf } from '../../electron/host/sentences.ts';
import { refusalCodes } from '../../shared/desk/refusal.ts';
import refusals from '../../resources/locales/it/refusals.json' with { type: 'json' };

describe('every refusal has its sentence', () => {
  test.each(refusalCodes)('%s', (code) => {
    expect(sentenceOf(code)).toMatch(/^[A-ZÈ].{20,}\.$/);
  });

  test('and no sentence is left without its code', () => {
    expect(Object.keys(refusals).toSorted()).toEqual(refusalCodes.toSorted());
  });
});

test('blanks are filled by name, and one nobody filled never shows its braces', () => {
  expect(fillBlanks('{{a}} e {{b}}, {{constructor}}', { a: 1, b: 'due' })).toBe('1 e due, …');
});
