import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { DeskMode } from '../../../shared/desk/desk-view.ts';

/** What decides where the records lie; by default this machine's own. */
export interface FolderPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const thisMachine = (): FolderPlace => ({ platform: process.platform, env: process.env, home: homeFolder() });

/** An empty or relative HOME would make the records' place depend on where the program was started from. */
const homeFolder = (): string => (isAbsolute(homedir()) ? homedir() : userInfo().homedir);

/** How the name of training's folder ends, and no other's. */
export const trainingEnding = '-formazione';

/**
 * The folder of the desk's records: the one given with `--data`, or the system's usual place for a program's data.
 * Training has its own beside it, so that nothing real is ever touched.
 * @throws the system's error (`uv_os_homedir`, `uv_os_get_passwd`) when it knows no home of this user and none was given
 */
export function dataFolder(mode: DeskMode, chosen: string | undefined, place?: FolderPlace): string {
  const folder = chosen === undefined ? usualFolder(place ?? thisMachine()) : resolve(chosen);
  return mode === 'training' ? `${folder}${trainingEnding}` : folder;
}

/**
 * Makes the folder, readable by its owner alone. A folder that was already there keeps its permissions.
 * @throws the file system's error (EROFS, EACCES, ENOSPC, ENOENT where the system takes no folders) when nothing can be written there
 */
export function makeDataFolder(folder: string): void {
  // Asked first: on a read-only disk, mkdir reports of a folder that is there that it cannot be made, which helps nobody.
  accessSync(nearestFolder(folder), constants.W_OK);
  makeFolder(folder);
}

const nearestFolder = (folder: string): string => (existsSync(folder) ? folder : nearestFolder(dirname(folder)));

/** One after the other: told to make all of them, Node tries for ever where none can be made, as below /proc. */
function makeFolder(folder: string): void {
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error;
  }
}

function usualFolder({ platform, env, home }: FolderPlace): string {
  if (platform === 'win32') return join(absolute(env['APPDATA']) ?? join(home, 'AppData', 'Roaming'), 'Sportello Vicino');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Sportello Vicino');
  // A relative one is to be ignored, says the XDG Base Directory Specification.
  return join(absolute(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'sportello-vicino');
}

const absolute = (path: string | undefined): string | undefined => (path !== undefined && isAbsolute(path) ? path : undefined);
