import { expect, test } from 'vitest';
import { normaliseNumber } from '../../../shared/session/issued-number.ts';

test.each([
  ['INPS.7000.12/03/2026.0123456', 'INPS7000120320260123456'],
  ['inps 7000 12-03-2026 0123456', 'INPS7000120320260123456'],
  ['— ?!', ''],
])('%s is searched as %s', (value, normalised) => {
  expect(normaliseNumber(value)).toBe(normalised);
});
