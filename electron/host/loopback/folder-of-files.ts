import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

export interface FileToServe {
  readonly content: Buffer<ArrayBuffer>;
  readonly mimeType: string;
}

/** Finds the file of an address path such as `/assets/main.js`, as it came, still percent-encoded. */
export type FolderOfFiles = (urlPath: string) => FileToServe | undefined;

/**
 * The files of a folder, read once (the pages are about a megabyte): a desk serves the build it began with, although a
 * later start may have built anew under it. An address is looked up in the list and never turned into a path, so `..`,
 * encoded slashes, links leading out, and device names have nothing to bite on. Throws when the folder is not there.
 */
export function openFolderOfFiles(folder: string): FolderOfFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map(entries.map((entry) => fileRow(folder, join(entry.parentPath, entry.name))));
  return (urlPath) => files.get(urlPath);
}

function fileRow(folder: string, path: string): [string, FileToServe] {
  const urlPath = `/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`;
  return [urlPath, { content: readFileSync(path), mimeType: mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream' }];
}
