import type { Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { deskWindowOptions } from '../../electron/shell/desk-window.ts';
import { grantCallPermissions } from '../../electron/shell/grant-call-permissions.ts';
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

describe('permissions', () => {
  type Handlers = { -readonly [Name in keyof Session as Name extends `set${string}Handler` ? Name : never]?: (...given: never[]) => unknown };
  /** Asks, as Electron would, what was granted. */
  function granting(screens: readonly unknown[] = [{ id: 'screen:0' }]) {
    const given: Handlers = {};
    const session = Object.fromEntries(['PermissionRequest', 'PermissionCheck', 'DevicePermission', 'DisplayMediaRequest'].map((name) => [`set${name}Handler`, (handler: never) => void Object.assign(given, { [`set${name}Handler`]: handler })]));
    grantCallPermissions(session as unknown as Session, { getSources: () => Promise.resolve(screens) as never });
    const asked = (name: keyof Handlers, ...args: unknown[]) => given[name]?.(...(args as never[]));
    return {
      request: (permission: string, requestingUrl: string, isMainFrame = true) => {
        const decided: boolean[] = [];
        asked('setPermissionRequestHandler', {}, permission, (granted: boolean) => decided.push(granted), { requestingUrl, isMainFrame });
        return decided[0];
      },
      check: (permission: string, origin: string, requestingUrl?: string) => asked('setPermissionCheckHandler', null, permission, origin, { requestingUrl, isMainFrame: true }),
      device: () => asked('setDevicePermissionHandler', {}),
      screen: (url: string, userGesture: boolean) => new Promise((resolve) => void asked('setDisplayMediaRequestHandler', { frame: { url }, userGesture }, resolve)),
    };
  }

  test.each(['media', 'speaker-selection', 'display-capture', 'screen-wake-lock'])('a page of ours has %s, for a call; nobody else', (permission) => {
    const { request, check } = granting();
    expect([request(permission, 'desk://app/#/sessione'), check(permission, 'desk://app/', 'desk://app/formazione/'), check(permission, 'desk://app/')]).toEqual([true, true, true]);
    expect([request(permission, 'https://example.it/'), request(permission, 'desk://app/', false), request(permission, 'desk://app/assets/x.js'), check(permission, 'https://example.it')]).toEqual([false, false, false, false]);
  });

  test.each(['geolocation', 'notifications', 'usb', 'serial', 'clipboard-read', 'openExternal', 'unknown'])('%s is granted to nobody', (permission) => {
    const { request, check, device } = granting();
    expect([request(permission, 'desk://app/'), check(permission, 'desk://app/'), device()]).toEqual([false, false, false]);
  });

  test('the screen is shown by a press on a page of ours, where there is one', async () => {
    const { screen } = granting();
    expect(await screen('desk://app/', true)).toEqual({ video: { id: 'screen:0' } });
    expect([await screen('desk://app/', false), await screen('https://example.it/', true), await granting([]).screen('desk://app/', true)]).toEqual([null, null, null]);
  });
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
