import { beforeEach, expect, test, vi } from 'vitest';
import type { PreloadBridge } from '../../renderer/desk/preload-wire.ts';

const exposed = new Map<string, unknown>();
const invoked: unknown[][] = [];
const listeners = new Map<string, Set<(event: unknown, data: unknown) => void>>();

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      invoked.push(args);
      return 'reply';
    },
    on: (channel: string, listener: (event: unknown, data: unknown) => void) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    off: (channel: string, listener: (event: unknown, data: unknown) => void) => listeners.get(channel)?.delete(listener),
  },
}));

beforeEach(async () => {
  await import('../../electron/preload.ts');
});

const bridge = (): PreloadBridge => exposed.get('deskBridge') as PreloadBridge;

test('the page gets two functions and nothing of Electron', () => {
  expect([...exposed.keys()]).toEqual(['deskBridge']);
  expect(Object.entries(bridge()).map(([name, value]) => [name, typeof value])).toEqual([
    ['call', 'function'],
    ['subscribe', 'function'],
  ]);
});

test('a call goes to one channel, whatever the method is called', async () => {
  expect(await bridge().call('desk:event', { a: 1 })).toBe('reply');
  expect(invoked).toEqual([['desk:call', 'desk:event', { a: 1 }]]);
});

test('a listener hears the data without Electron’s event, until it leaves', () => {
  const heard: unknown[][] = [];
  const stop = bridge().subscribe((...given: unknown[]) => heard.push(given));
  listeners.get('desk:event')?.forEach((listener) => listener({ sender: 'electron' }, { name: 'deskChanged', data: {} }));
  expect(heard).toEqual([[{ name: 'deskChanged', data: {} }]]);
  stop();
  expect([...listeners.keys(), listeners.get('desk:event')?.size]).toEqual(['desk:event', 0]);
});
