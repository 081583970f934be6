import type { RefusalCode } from '../../../shared/desk/refusal.ts';

/** What SQLite's result codes and the file system's error codes mean to the desk. */
const meaning: readonly (readonly [RegExp, RefusalCode])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)|^SQLITE_IOERR_(CORRUPTFS|DATA|READ)$/, 'database-damaged'],
  [/^SQLITE_FULL$|^SQLITE_IOERR_SHMSIZE$|^(ENOSPC|EDQUOT)$/, 'disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)|^(EROFS|EACCES|EPERM)$/, 'folder-read-only'],
  [/^(EISDIR|ENOTEMPTY|ERR_FS_EISDIR)$/, 'folder-in-the-way'],
  [/^SQLITE_(BUSY|LOCKED)/, 'database-in-use'],
];

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Which expected "no" an error thrown by the records or their folder is; undefined when it is none of them, and then it is
 * a fault of the program.
 */
export function databaseTrouble(error: unknown): RefusalCode | undefined {
  const code = errorCode(error);
  return code === undefined ? undefined : meaning.find(([pattern]) => pattern.test(code))?.[1];
}
