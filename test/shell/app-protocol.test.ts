import { describe, expect, test } from 'vitest';
import { openFolderOfFiles } from '../../electron/host/loopback/folder-of-files.ts';
import { registerAppScheme, serveApp } from '../../electron/shell/app-protocol.ts';
import { makePagesFolder, page } from '../host/loopback/served-desk.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** What Electron would call for each request under the scheme. */
function serveFolder(): { scheme: string; ask: (url: string, method?: string) => Promise<Response> } {
  const registered: { scheme: string; handler: Handler }[] = [];
  serveApp({ handle: (scheme, handler) => void registered.push({ scheme, handler: handler as Handler }) }, openFolderOfFiles(makePagesFolder()));
  const [entry] = registered;
  if (entry === undefined) throw new Error('nothing was registered');
  return { scheme: entry.scheme, ask: async (url, method = 'GET') => entry.handler({ url, method } as Request) };
}

test('the scheme is an origin of its own before anything is served', () => {
  const schemes: unknown[] = [];
  registerAppScheme({ registerSchemesAsPrivileged: (given) => void schemes.push(...given) });
  expect(schemes).toEqual([{ scheme: 'desk', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
});

describe('what is served', () => {
  test.each(['desk://app/', 'desk://app/formazione/', 'desk://app/#/archivio', 'desk://app/?x=1'])('the page at %s', async (url) => {
    const response = await serveFolder().ask(url);
    expect(await response.text()).toBe(page);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a built file', async () => {
    const response = await serveFolder().ask('desk://app/assets/main-1a2b.js');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  });
});

test.each([
  'desk://app/../secret.txt',
  'desk://app/assets/../../secret.txt',
  'desk://app/%2e%2e/secret.txt',
  'desk://app/..%2fsecret.txt',
  'desk://app/..%5csecret.txt',
  'desk://app//etc/passwd',
  'desk://app/%00',
  'desk://app/assets/',
  'desk://app/__proto__',
  'desk://other/',
  'desk://other/assets/main-1a2b.js',
  'desk://app:80/assets/main-1a2b.js',
])('%s finds nothing', async (url) => {
  const response = await serveFolder().ask(url);
  expect([response.status, await response.text()]).toEqual([404, 'not found']);
});

test.each(['POST', 'PUT', 'HEAD'])('%s finds nothing', async (method) => {
  expect((await serveFolder().ask('desk://app/', method)).status).toBe(404);
});
