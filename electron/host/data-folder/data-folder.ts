import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { DeskMode } from '../../../shared/desk/desk-view.ts';

/** What decides where the records lie; by default this machine's own. */
export interface FolderPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const thisMachine = (): FolderPlace => ({ platform: process.platform, env: process.env, home: homedir() });

/**
 * The folder of the desk's records: the one given with `--data`, or the system's usual place for a program's data.
 * Training has its own beside it, so that nothing real is ever touched.
 */
export function dataFolder(mode: DeskMode, chosen: string | undefined, place = thisMachine()): string {
  const folder = chosen === undefined ? usualFolder(place) : resolve(chosen);
  return mode === 'training' ? `${folder}-formazione` : folder;
}

/**
 * Makes the folder, readable by its owner alone. A folder that was already there keeps its permissions.
 * @throws the file system's error (EROFS, EACCES, ENOSPC) when nothing can be written there
 */
export function makeDataFolder(folder: string): void {
  // Asked first: on a read-only disk, mkdir -p reports that the folder does not exist, which helps nobody.
  accessSync(nearestFolder(folder), constants.W_OK);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

const nearestFolder = (folder: string): string => (existsSync(folder) ? folder : nearestFolder(dirname(folder)));

function usualFolder({ platform, env, home }: FolderPlace): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Sportello Vicino');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Sportello Vicino');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'sportello-vicino');
}
