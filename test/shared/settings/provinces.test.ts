import { expect, test } from 'vitest';
import { isProvinceCode, provinces } from '../../../shared/settings/provinces.ts';

test('there are 107 of them, each with its own name', () => {
  expect(Object.keys(provinces)).toHaveLength(107);
  expect(new Set(Object.values(provinces)).size).toBe(107);
});

test.each(['RM', 'BL', 'SU', 'BT', 'FC'])('%s is a province', (code) => {
  expect(isProvinceCode(code)).toBe(true);
});

test.each(['', 'rm', 'XX', 'FO', 'PS', 'CI', '__proto__', 'toString'])('"%s" is not', (code) => {
  expect(isProvinceCode(code)).toBe(false);
});
