import { expect, test } from 'vitest';
import { comuneSchema } from '../../../shared/settings/settings.ts';

test.each([
  ['Comune di Alpago', 'Alpago'],
  ['  comune  di  Alpago ', 'Alpago'],
  ['COMUNE D’ALPAGO', 'ALPAGO'],
  ['Comune d\'Alpago', 'Alpago'],
  ['Comune di Comune di Alpago', 'Alpago'],
  ['Comunanza', 'Comunanza'],
  ['San Comune di Sotto', 'San Comune di Sotto'],
])('the comune typed as %j is called %j', (typed, called) => {
  expect(comuneSchema.parse({ name: typed, province: 'BL', code: 'M375' }).name).toBe(called);
});

test.each(['', ' ', 'A'])('%j is no name of a comune', (typed) => {
  expect(comuneSchema.safeParse({ name: typed, province: 'BL', code: 'M375' }).success).toBe(false);
});
