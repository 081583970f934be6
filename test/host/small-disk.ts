import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TestContext } from 'vitest';

const mount = (...options: readonly string[]) => execFileSync('mount', options, { stdio: 'pipe' });

/** Whether this machine lets the tests have a small disk of their own: Linux, as root. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-'));
  try {
    mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mountable = mayMount();

/** A disk of so many megabytes, with a folder on it; gone when the test is over. Skips the test where there can be none. */
export function smallDisk(megabytes: number, skip: TestContext['skip']) {
  skip(!mountable, 'a disk of its own needs Linux and root');
  const disk = mkdtempSync(join(tmpdir(), 'sportello-'));
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk);
  onTestFinished(() => {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  const folder = join(disk, 'desk');
  const ballast = join(disk, 'ballast');
  mkdirSync(folder);
  return {
    folder,
    fill: () => fill(ballast),
    free: () => rmSync(ballast),
    readOnly: (on: boolean) => void mount('-o', `remount,${on ? 'ro' : 'rw'}`, disk),
  };
}

function fill(path: string): void {
  for (const bytes of [65_536, 4096, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(bytes));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}
