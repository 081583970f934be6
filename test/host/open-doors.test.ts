import { expect, onTestFinished, test } from 'vitest';
import { doorsFor } from '../../electron/host/open-doors.ts';
import { temporaryFolder, valueOf } from './desk-in-a-folder.ts';

test.each([
  { training: true, offersReal: false, hasOtherDesk: false },
  { training: false, offersReal: true, hasOtherDesk: true },
])('a start with training: $training says that the other desk is there: $hasOtherDesk', async ({ training, offersReal, hasOtherDesk }) => {
  const doors = doorsFor({ data: temporaryFolder(), training });
  onTestFinished(() => doors.closeAll());
  expect(doors.offers('real')).toBe(offersReal);
  const opened = doors.open('training');
  if (opened?.ok !== true) throw new Error('training did not open');
  expect(await valueOf(opened.value.methods.describeDesk({}))).toMatchObject({ mode: 'training', hasOtherDesk });
});
