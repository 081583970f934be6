import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What decides where browsers lie; by default this machine's own. */
export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

const thisMachine: BrowserSearch = { platform: process.platform, env: process.env, exists: existsSync };

/** Path of an installed browser of the Chromium family (Chromium, Chrome, Edge), or `undefined`. */
export function findBrowser(search: BrowserSearch = thisMachine): string | undefined {
  return candidates(search).find(search.exists);
}

function candidates({ platform, env }: BrowserSearch): string[] {
  if (platform === 'win32') return onWindows(env);
  if (platform === 'darwin') return onMac(env);
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
}

function onMac(env: BrowserSearch['env']): string[] {
  const applications = ['/Applications', join(env['HOME'] ?? '/', 'Applications')];
  return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
    applications.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  );
}

function onWindows(env: BrowserSearch['env']): string[] {
  const folders = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => env[name] ?? []);
  const programs = [
    ['Chromium', 'Application', 'chrome.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ];
  return programs.flatMap((program) => folders.map((folder) => join(folder, ...program)));
}
