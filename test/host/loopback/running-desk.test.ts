import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetRunningDesk, readRunningDesk, writeRunningDesk } from '../../../electron/host/loopback/running-desk.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';

const desk = { pid: 7, port: 4000, secret: 'a secret' };

test('what was left for a second start is read, and forgotten', () => {
  const folder = temporaryFolder();
  writeRunningDesk(folder, desk);
  expect(readRunningDesk(folder)).toEqual(desk);
  forgetRunningDesk(folder);
  forgetRunningDesk(folder);
  expect(readRunningDesk(folder)).toBeUndefined();
});

test.each(['', '{', '[]', '{"pid":1,"port":"4000","secret":"x"}', '{"pid":1,"port":1,"secret":"x","host":"evil.example"}'])('%j leads nowhere', (content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'running.json'), content);
  expect(readRunningDesk(folder)).toBeUndefined();
});

test('in a folder that cannot be looked into, forgetting ends quietly', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => forgetRunningDesk(file)).not.toThrow();
});
