import { createReadStream, existsSync, readdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import type { Answering } from './answers.ts';
import { cacheControl, safetyHeaders } from './page-headers.ts';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/** Of the built pages the hub serves those of officials and guests, and what pages share; never the desk's. */
const served = /^\/(official|guest|assets)\//;

/** A file by the path of its address, as it came, still percent-encoded. */
export type HubPages = (urlPath: string) => string | undefined;

/**
 * The pages the hub serves, listed once. An address is looked up in the list and never turned into a path, so `..` and links
 * leading out have nothing to bite on. Nothing at all when the folder is not there.
 */
export function openPages(folder: string | undefined): HubPages {
  if (folder === undefined || !existsSync(folder)) return () => undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const rows = files.map((entry): [string, string] => rowOf(folder, join(entry.parentPath, entry.name)));
  const known = new Map(rows.filter(([urlPath]) => served.test(urlPath)));
  return (urlPath) => known.get(urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath);
}

const rowOf = (folder: string, path: string): [string, string] => [`/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`, path];

/** Sends a file of the pages. */
export function sendFile(to: Answering, request: IncomingMessage, urlPath: string, path: string): void {
  const type = mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  to.response.writeHead(200, { ...safetyHeaders(to.secure), 'content-type': type, 'cache-control': cacheControl(urlPath) });
  if (request.method === 'HEAD') to.response.end();
  else createReadStream(path).on('error', () => to.response.destroy()).pipe(to.response);
}
