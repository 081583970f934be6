import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DeskDoors } from '../../../electron/host/desk-doors.ts';
import { DeskServer } from '../../../electron/host/loopback/desk-server.ts';
import { openFolderOfFiles } from '../../../electron/host/loopback/folder-of-files.ts';
import { comeIn, makePagesFolder, page, secret } from './served-desk.ts';
import { answer } from '../../../shared/desk/refusal.ts';
import { createFakeDesk } from '../fake-desk.ts';

test('a desk goes on serving the build it began with when another start builds anew', async () => {
  const folder = makePagesFolder();
  const doors = new DeskDoors({ real: () => answer(createFakeDesk(undefined)) });
  const server = await DeskServer.start({ port: 0, files: openFolderOfFiles(folder), doors, secret });
  onTestFinished(() => server.close());
  const cookie = await comeIn(server);
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { cookie } })).text();
  rmSync(join(folder, 'assets', 'main-1a2b.js'));
  writeFileSync(join(folder, 'desk', 'index.html'), 'a later build');
  expect(await ask('/')).toBe(page);
  expect(await ask('/assets/main-1a2b.js')).toBe('export {};');
});
