import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../data-folder/atomic-file.ts';

/** A database and what SQLite may keep beside it. */
export const withCompanions = (path: string): readonly string[] => [path, `${path}-wal`, `${path}-shm`, `${path}-journal`];

/** Makes an empty file only its owner can read; SQLite gives the same permissions to the files it puts beside it. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

/** Moves a whole, closed database to its final name, durably. */
export function putInPlace(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Waits until what is in a file is on disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

export function removeDatabase(path: string): void {
  for (const file of withCompanions(path)) rmSync(file, { force: true });
}
