import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateText, writeDateText } from '../../../renderer/ui/date-text.ts';

describe('readDateText', () => {
  test.each([
    ['3/7/1961', '1961-07-03'],
    ['03.07.61', '1961-07-03'],
    ['3-7-26', '2026-07-03'],
    ['03071961', '1961-07-03'],
    [' 3 7 1961 ', '1961-07-03'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %j as %s', (typed, day) => {
    expect(readDateText(typed, 2026)).toBe(day);
  });

  test.each(['', '31/2/2026', '29/02/2023', '3/13/1961', '3/7', '3/7/161', 'ieri', '0/1/2026', '3/7/19611'])('refuses %j', (typed) => {
    expect(readDateText(typed, 2026)).toBeUndefined();
  });

  test('reads back every day it writes', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(readDateText(writeDateText(day), 2026)).toBe(day);
      }),
    );
  });
});
