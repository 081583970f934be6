import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { downloadElectron, downloadFailedLately, installedElectron } from '../../scripts/electron-runtime.ts';
import type { ElectronPlace } from '../../scripts/electron-runtime.ts';
import { temporaryFolder } from '../host/desk-in-a-folder.ts';

/** Electron's package with an install script that does what the test says. */
function placeWith(installScript: string, seconds = 20): ElectronPlace {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'electron'));
  writeFileSync(join(folder, 'electron', 'install.js'), installScript);
  return { package: join(folder, 'electron'), failedMark: join(folder, 'cache', 'failed'), seconds };
}

const downloads = `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron');`;

test('what was downloaded is found, and leaves no mark', async () => {
  const place = placeWith(downloads);
  expect(installedElectron(place)).toBeUndefined();
  const program = join(place.package, 'dist', 'electron');
  expect([await downloadElectron(place), installedElectron(place), existsSync(place.failedMark)]).toEqual([program, program, false]);
});

test.each([
  ['fails', 'process.exit(1);', 20],
  ['says it worked and did not', '', 20],
  ['never ends', 'setInterval(() => {}, 1000);', 0.2],
])('a download that %s is given up and not tried again for a day', async (_what, script, seconds) => {
  const place = placeWith(script, seconds);
  expect([await downloadElectron(place), downloadFailedLately(place)]).toEqual([undefined, true]);
  const yesterday = Date.now() / 1000 - 24 * 60 * 60 - 1;
  utimesSync(place.failedMark, yesterday, yesterday);
  expect(downloadFailedLately(place)).toBe(false);
});

test('a runtime whose program is gone is not there', async () => {
  const place = placeWith(downloads);
  writeFileSync(join(place.package, 'path.txt'), 'electron');
  expect(installedElectron(place)).toBeUndefined();
});
