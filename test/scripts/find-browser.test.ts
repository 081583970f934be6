import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.ts';

const on = (platform: NodeJS.Platform, env: Record<string, string>, ...installed: string[]): string | undefined =>
  findBrowser({ platform, env, exists: (path) => installed.includes(path) });

test.each([
  ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
  ['linux', { PATH: '/usr/bin:/snap/bin' }, '/snap/bin/chromium'],
  ['linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome'],
  ['linux', { PATH: '/usr/bin' }, '/usr/bin/microsoft-edge-stable'],
  ['darwin', { HOME: '/Users/anna' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', { HOME: '/Users/anna' }, '/Users/anna/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
] as const)('%s with %j: %s', (platform, env, path) => {
  expect(on(platform, env, path)).toBe(path);
});

test('on Windows, where programs and where users’ own programs lie', () => {
  const exists = (path: string): boolean => path.replaceAll('/', '\\') === 'C:\\Programmi\\Google\\Chrome\\Application\\chrome.exe';
  expect(findBrowser({ platform: 'win32', env: { LOCALAPPDATA: 'C:\\Anna', PROGRAMFILES: 'C:\\Programmi' }, exists })).toContain('chrome.exe');
});

test('Chromium before Chrome before Edge', () => {
  const all = ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/usr/bin/chromium'];
  expect(on('linux', { PATH: '/usr/bin' }, ...all)).toBe('/usr/bin/chromium');
  expect(on('linux', { PATH: '/usr/bin' }, ...all.slice(0, 2))).toBe('/usr/bin/google-chrome');
});

test.each(['linux', 'darwin', 'win32'] as const)('none on %s', (platform) => {
  expect(on(platform, {})).toBeUndefined();
});
