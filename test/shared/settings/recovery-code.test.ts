import { expect, test } from 'vitest';
import { isLastGroup } from '../../../shared/settings/recovery-code.ts';

const code = '1CS0N-BBFEG-2V5FW-FHA5X-S01G6';

test.each(['S01G6', ' s01g6 ', 'SO1G6', 'sOlg6', 'S0IG6', 'S0 1-G6'])('%j, copied from the sheet, is its last group', (typed) => {
  expect(isLastGroup(typed, code)).toBe(true);
});

test.each(['', 'S01G', 'S01G7', 'FHA5X', code])('%j is not its last group', (typed) => {
  expect(isLastGroup(typed, code)).toBe(false);
});
