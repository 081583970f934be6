import { expect, onTestFinished, test } from 'vitest';
import { dataFolder } from '../../electron/host/data-folder/data-folder.ts';
import { doorsFor } from '../../electron/host/open-doors.ts';
import { openDesk, temporaryFolder, valueOf } from './desk-in-a-folder.ts';

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

test('training held by another process says so on its screen beside the real desk, and opens once it is let go', async () => {
  const data = temporaryFolder();
  const other = openDesk(dataFolder('training', data), { mode: 'training' });
  const doors = doorsFor({ data, training: false });
  onTestFinished(() => doors.closeAll());
  const opened = doors.open('training');
  if (opened?.ok !== true) throw new Error('training has no screen');
  const { methods } = opened.value;
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ trouble: { code: 'database-in-use' } });
  other.close();
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ trouble: undefined, state: 'signed-out' });
});

test('a start for training alone on a folder another process has is refused', () => {
  const data = temporaryFolder();
  openDesk(dataFolder('training', data), { mode: 'training' });
  expect(doorsFor({ data, training: true }).open('training')).toEqual({ ok: false, code: 'database-in-use' });
});
