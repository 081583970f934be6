import type { Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { deskWindowOptions } from '../../electron/shell/desk-window.ts';
import { grantNoPermission } from '../../electron/shell/grant-no-permission.ts';
import { keepToOurPages } from '../../electron/shell/keep-to-our-pages.ts';
import { becomeTheOnlyOne } from '../../electron/shell/single-instance.ts';

test('the page runs in a sandbox that knows nothing of Node', () => {
  expect(deskWindowOptions('/p.cjs').webPreferences).toMatchObject({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
  });
});

/** A window's contents, as far as going elsewhere is concerned. */
function fakePage() {
  const listeners = new Map<string, (details: unknown) => void>();
  let openHandler: (details: never) => unknown = () => 'nobody asked';
  keepToOurPages({
    on(name: string, listener: (details: never) => void) {
      listeners.set(name, listener as (details: unknown) => void);
      return this;
    },
    setWindowOpenHandler: (handler: (details: never) => unknown) => {
      openHandler = handler;
    },
  } as unknown as WebContents);
  return {
    open: (url: string) => openHandler({ url } as never),
    /** Whether the window would go there. */
    goes(name: string, details: object): boolean {
      let prevented = false;
      listeners.get(name)?.({ ...details, preventDefault: () => (prevented = true) });
      return !prevented;
    },
  };
}

describe('leaving our pages', () => {
  test.each(['desk://app/', 'desk://app/formazione/', 'desk://app/#/responsabile'])('%s is ours', (url) => {
    expect(fakePage().goes('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  test.each([
    'https://www.inps.it/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'desk://evil/',
    'desk://app.evil/',
    'desk://user@app.evil/',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'desk://app/assets/x.svg',
    'not an address',
  ])('%s is not', (url) => {
    expect(fakePage().goes('will-frame-navigate', { url, isMainFrame: true })).toBe(false);
  });

  test('a frame within the page goes nowhere, not even to our own', () => {
    expect(fakePage().goes('will-frame-navigate', { url: 'desk://app/', isMainFrame: false })).toBe(false);
  });

  test('redirects and webviews are refused', () => {
    expect([fakePage().goes('will-redirect', { url: 'desk://app/' }), fakePage().goes('will-attach-webview', {})]).toEqual([false, false]);
  });

  test.each(['https://www.inps.it/', 'desk://app/', 'about:blank'])('a new window for %s is not opened', (url) => {
    expect(fakePage().open(url)).toEqual({ action: 'deny' });
  });
});

test('no permission is granted, asked for or looked up', () => {
  const answers: unknown[] = [];
  grantNoPermission({
    setPermissionRequestHandler: (handler: (page: never, permission: never, decide: (granted: boolean) => void) => void) =>
      handler({} as never, 'media' as never, (granted) => answers.push(granted)),
    setPermissionCheckHandler: (handler: (...asked: never[]) => boolean) => answers.push(handler()),
    setDevicePermissionHandler: (handler: (...asked: never[]) => boolean) => answers.push(handler()),
  } as unknown as Session);
  expect(answers).toEqual([false, false, false]);
});

describe('a second one on the same data', () => {
  const app = (first: boolean, listeners: (() => void)[]) => ({
    requestSingleInstanceLock: () => first,
    on(_name: string, listener: () => void) {
      listeners.push(listener);
      return this;
    },
  });
  type OurApp = Parameters<typeof becomeTheOnlyOne>[0];

  test('is not the only one', () => {
    expect(becomeTheOnlyOne(app(false, []) as unknown as OurApp, () => undefined)).toBe(false);
  });

  test('brings the first to the front, out of the task bar if need be', () => {
    const listeners: (() => void)[] = [];
    const done: string[] = [];
    const window = { isMinimized: () => true, restore: () => done.push('restored'), focus: () => done.push('focused') };
    expect(becomeTheOnlyOne(app(true, listeners) as unknown as OurApp, () => window)).toBe(true);
    listeners.forEach((listener) => listener());
    expect(done).toEqual(['restored', 'focused']);
  });
});
