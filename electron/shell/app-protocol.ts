import type { Protocol } from 'electron';
import type { FolderOfFiles } from '../host/loopback/folder-of-files.ts';
import { cacheControl, safetyHeaders } from '../host/loopback/page-headers.ts';
import { appScheme, modeOfAddress } from './app-address.ts';

/** Must run before the app is ready: makes `desk:` an origin like https, not a bag of files. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built pages under `desk://app/` and nothing else. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, files: FolderOfFiles): void {
  protocol.handle(appScheme, (request) => serveFile(files, request));
}

function serveFile(files: FolderOfFiles, { url, method }: { url: string; method: string }): Response {
  const { host, pathname } = new URL(url);
  const path = modeOfAddress(url) === undefined ? pathname : '/desk/index.html';
  const file = host === 'app' && method === 'GET' ? files(path) : undefined;
  if (file === undefined) return new Response('not found', { status: 404, headers: safetyHeaders });
  const headers = { ...safetyHeaders, 'content-type': file.mimeType, 'cache-control': cacheControl(path) };
  return new Response(file.content, { headers });
}
