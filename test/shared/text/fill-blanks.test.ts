import { expect, test } from 'vitest';
import { fillBlanks } from '../../../shared/text/fill-blanks.ts';

test('blanks are filled by name, and one nobody filled never shows its braces', () => {
  expect(fillBlanks('{{a}} e {{b}}, {{constructor}}', { a: 1, b: 'due' })).toBe('1 e due, …');
});
