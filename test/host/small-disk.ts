import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TestContext } from 'vitest';
import { mayMount, smallDiskAt } from './mounted-disk.ts';

const mountable = mayMount();

/** A disk of so many megabytes, with a folder on it; gone when the test is over. Skips the test where there can be none. */
export function smallDisk(megabytes: number, skip: TestContext['skip']) {
  skip(!mountable, 'a disk of its own needs Linux and root');
  const place = mkdtempSync(join(tmpdir(), 'sportello-'));
  const { remove, ...disk } = smallDiskAt(place, megabytes);
  onTestFinished(remove);
  const folder = join(place, 'desk');
  mkdirSync(folder);
  return { folder, ...disk };
}
