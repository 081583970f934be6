import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, makeDataFolder } from '../../../electron/host/data-folder/data-folder.ts';
import type { FolderPlace } from '../../../electron/host/data-folder/data-folder.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';

const place = (given: Partial<FolderPlace>): FolderPlace => ({ platform: 'linux', env: {}, home: '/home/elena', ...given });

test.each([
  [place({}), '/home/elena/.local/share/sportello-vicino'],
  [place({ env: { XDG_DATA_HOME: '/srv/data' } }), '/srv/data/sportello-vicino'],
  [place({ platform: 'darwin' }), '/home/elena/Library/Application Support/Sportello Vicino'],
  [place({ platform: 'win32', env: { APPDATA: '/c/Roaming' } }), '/c/Roaming/Sportello Vicino'],
  [place({ platform: 'win32' }), '/home/elena/AppData/Roaming/Sportello Vicino'],
])('%j', (where, folder) => {
  expect(dataFolder('real', undefined, where)).toBe(folder);
  expect(dataFolder('training', undefined, where)).toBe(`${folder}-formazione`);
});

test('a chosen folder is taken as it is, training beside it', () => {
  expect(dataFolder('real', '/dati/../dati/desk')).toBe('/dati/desk');
  expect(dataFolder('training', '/dati/desk/')).toBe('/dati/desk-formazione');
});

test('the folder is made for its owner alone', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  makeDataFolder(folder);
  makeDataFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
