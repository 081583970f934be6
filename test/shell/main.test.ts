import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { readRunningDesk } from '../../electron/host/loopback/running-desk.ts';
import { temporaryFolder, openDesk } from '../host/desk-in-a-folder.ts';
import { makePagesFolder } from '../host/loopback/served-desk.ts';

const places = vi.hoisted(() => ({ builtPagesFolder: '', proceduresFolder: '' }));
vi.mock('../../electron/host/program-places.ts', () => places);

// The test runner watches for uncaught errors itself.
vi.mock('../../electron/host/program/end-on-crash.ts', () => ({ endOnCrash: () => undefined }));

const lines: string[] = [];
vi.mock('../../electron/host/program/print-line.ts', () => ({ printLine: (line: string) => lines.push(line), printTrouble: (line: string) => lines.push(line) }));

vi.mock('../../electron/host/loopback/announce-desk.ts', () => ({
  announceDesk: ({ address }: { address: string }, told?: () => void) => {
    lines.push(`desk: ${address}`);
    told?.();
  },
}));

/** A freshly started program needs a fresh Electron. */
async function start(data: string, { training = false, onlyOne = true } = {}) {
  vi.resetModules();
  lines.length = 0;
  const electron = await import('./fake-electron.ts');
  electron.switches.set('data', data);
  if (training) electron.switches.set('training', '');
  electron.lock.free = onlyOne;
  vi.doMock('electron', () => electron);
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(lines).not.toEqual([]));
  onTestFinished(() => void electron.app.quit());
  return electron;
}

beforeEach(() => {
  places.builtPagesFolder = makePagesFolder();
  places.proceduresFolder = temporaryFolder();
});

test('start-up in order: who we are, our scheme and the lock before anything is opened; the page last', async () => {
  const data = join(temporaryFolder(), 'data');
  const { asked } = await start(data);
  expect(asked).toEqual([
    `setPath userData ${join(data, 'cache', 'electron')}`,
    'enableSandbox',
    'registerScheme',
    'requestSingleInstanceLock',
    'whenReady',
    'serve desk',
    'permissions',
    'window',
    'setWindowOpenHandler',
    'handle desk:call',
    'loadURL desk://app/',
  ]);
  expect(lines).toEqual(['desk: desk://app/']);
});

test('closing the last window ends the desk and leaves its folder free', async () => {
  const data = join(temporaryFolder(), 'data');
  const { app } = await start(data);
  expect(readRunningDesk(data)?.port).toBeNull();
  app.emit('window-all-closed');
  expect(existsSync(join(data, 'running.json'))).toBe(false);
  expect(openDesk(data).seat()).toBeUndefined();
});

test('a second one names the first and opens nothing', async () => {
  const data = join(temporaryFolder(), 'data');
  const { asked, exitCodes } = await start(data, { onlyOne: false });
  expect(exitCodes).toEqual([0]);
  expect(lines.at(-1)).toBe('desk: desk://app/');
  expect(asked).not.toContain('whenReady');
  expect(existsSync(join(data, 'desk.lock'))).toBe(false);
});

test('records held by a desk that has no address to give: a sentence and no window', async () => {
  const data = join(temporaryFolder(), 'data');
  await start(data);
  const { asked, exitCodes } = await start(data);
  expect(exitCodes).toEqual([1]);
  expect(lines).toEqual([expect.stringContaining(data)]);
  expect(asked).not.toContain('window');
});

test('a data folder that is a file: a sentence and no window', async () => {
  const data = join(temporaryFolder(), 'a-file');
  writeFileSync(data, 'mine');
  const { asked, exitCodes } = await start(data);
  expect(exitCodes).toEqual([1]);
  expect(lines).toEqual([expect.stringMatching(/^La cartella dei dati .+a-file non si può creare/)]);
  expect(asked).not.toContain('window');
});

test('with --training the real records are not even opened', async () => {
  const data = join(temporaryFolder(), 'data');
  await start(data, { training: true });
  expect(lines).toEqual(['desk: desk://app/formazione/']);
  expect(existsSync(join(data, 'desk.lock'))).toBe(false);
});
