import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where a file waits until it is whole; a kill may leave it there. */
export const partOf = (path: string): string => `${path}.part`;

/** Puts a whole file in place or leaves the old one: a kill or a power cut never shows half of it. Owner-only. */
export function writeWholeFile(path: string, content: string): void {
  const waiting = partOf(path);
  const file = openSync(waiting, 'w', 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(waiting, path);
  syncFolder(dirname(path));
}

/** Makes the folder's own list of names durable. Windows does it by itself and refuses to open a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
