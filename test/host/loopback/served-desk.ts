import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DeskServer } from '../../../electron/host/loopback/desk-server.ts';
import type { DeskServerOptions } from '../../../electron/host/loopback/desk-server.ts';
import { DeskDoors } from '../../../electron/host/desk-doors.ts';
import type { DeskFactories } from '../../../electron/host/desk-doors.ts';
import { openFolderOfFiles } from '../../../electron/host/loopback/folder-of-files.ts';

export const secret = 'the secret in running.json';
export const page = '<!doctype html><title>the page</title>';

/** A small built renderer in a folder of its own, with a file beside it that must never be served. */
export function makePagesFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'desk'), { recursive: true });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(parent, 'secret.txt'), 'not for you');
  writeFileSync(join(folder, 'desk', 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  return folder;
}

/** A desk on a port of its own, closed when the test ends. */
export async function serveDesks(desks: DeskFactories, more: Pick<DeskServerOptions, 'isAnotherAccount'> = {}): Promise<DeskServer> {
  const server = await DeskServer.start({ port: 0, files: openFolderOfFiles(makePagesFolder()), doors: new DeskDoors(desks), secret, ...more });
  onTestFinished(() => server.close());
  return server;
}

/** Uses a token as a browser would, and gives back the cookie to send from then on. */
export async function comeIn(server: DeskServer): Promise<string> {
  const response = await fetch(server.newAddress(), { redirect: 'manual' });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
