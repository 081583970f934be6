import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

/** Where Electron's package lies, what is left when its runtime could not be downloaded, and how long that may take. */
export interface ElectronPlace {
  readonly package: string;
  readonly failedMark: string;
  readonly seconds: number;
}

export const electronPlace: ElectronPlace = {
  package: join(root, 'node_modules', 'electron'),
  failedMark: join(root, 'node_modules', '.cache', 'electron-download-failed'),
  seconds: 20,
};

const day = 24 * 60 * 60 * 1000;

/** Path of Electron's program, if its runtime was downloaded. */
export function installedElectron(place = electronPlace): string | undefined {
  const pathFile = join(place.package, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = join(place.package, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** Whether a download failed less than a day ago: then it is not tried at every start. */
export const downloadFailedLately = (place = electronPlace, now = Date.now()): boolean =>
  existsSync(place.failedMark) && now - statSync(place.failedMark).mtimeMs < day;

/** Lets Electron's own script download its runtime; gives up when it takes too long, and leaves a mark. */
export async function downloadElectron(place = electronPlace): Promise<string | undefined> {
  const script = spawn(process.execPath, [join(place.package, 'install.js')], { stdio: 'ignore', timeout: place.seconds * 1000, killSignal: 'SIGKILL' });
  await new Promise((resolve) => void script.on('close', resolve).on('error', resolve));
  const program = installedElectron(place);
  if (program === undefined) markFailure(place.failedMark);
  return program;
}

function markFailure(mark: string): void {
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, '');
}
