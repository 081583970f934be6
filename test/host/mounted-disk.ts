import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mount = (...options: readonly string[]) => execFileSync('mount', options, { stdio: 'pipe' });

/** Whether this machine lets the tests have a small disk of their own: Linux, as root. */
export function mayMount(): boolean {
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

/** Mounts a disk of so many megabytes at a folder, which is made; `remove` takes both away. */
export function smallDiskAt(disk: string, megabytes: number) {
  mkdirSync(disk, { recursive: true });
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk);
  const ballast = join(disk, 'ballast');
  return {
    fill: () => fill(ballast),
    free: () => rmSync(ballast),
    readOnly: (on: boolean) => void mount('-o', `remount,${on ? 'ro' : 'rw'}`, disk),
    remove: () => {
      execFileSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    },
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
