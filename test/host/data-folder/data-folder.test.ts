import { spawnSync } from 'node:child_process';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dataFolder, makeDataFolder } from '../../../electron/host/data-folder/data-folder.ts';
import type { FolderPlace } from '../../../electron/host/data-folder/data-folder.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';

const place = (given: Partial<FolderPlace>): FolderPlace => ({ platform: 'linux', env: {}, home: '/home/elena', ...given });

test.each([
  [place({}), '/home/elena/.local/share/sportello-vicino'],
  [place({ env: { XDG_DATA_HOME: '/srv/data' } }), '/srv/data/sportello-vicino'],
  [place({ env: { XDG_DATA_HOME: '' } }), '/home/elena/.local/share/sportello-vicino'],
  [place({ env: { XDG_DATA_HOME: 'data' } }), '/home/elena/.local/share/sportello-vicino'],
  [place({ platform: 'win32', env: { APPDATA: '' } }), '/home/elena/AppData/Roaming/Sportello Vicino'],
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

test.each(['', 'relative'])('a HOME of %j is no home: the records do not move with the folder the program is started from', (home) => {
  vi.stubEnv('HOME', home);
  vi.stubEnv('XDG_DATA_HOME', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(homedir()).toBe(home);
  expect(dataFolder('real', undefined)).toBe(join(userInfo().homedir, '.local', 'share', 'sportello-vicino'));
});

test.each(['file', 'file/below', 'link', 'x'.repeat(300)])('what can be no folder (%s) is the system’s error', (name) => {
  const parent = temporaryFolder();
  writeFileSync(join(parent, 'file'), 'mine');
  symlinkSync(join(parent, 'gone', 'further'), join(parent, 'link'));
  expect(() => makeDataFolder(join(parent, name))).toThrow(expect.objectContaining({ syscall: 'mkdir' }));
});

// In a process of its own: what must not happen is that it never comes back.
test.runIf(process.platform === 'linux')('where the system takes no folders it fails at once', () => {
  const program = `import { makeDataFolder } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/host/data-folder/data-folder.ts'))};
    try { makeDataFolder('/proc/nope/below'); } catch (error) { console.log(error.syscall); }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8', timeout: 60_000 });
  expect(stdout.trim()).toMatch(/^(mkdir|access)$/);
});
