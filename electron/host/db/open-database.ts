import Database from 'better-sqlite3';

/**
 * Opens one encrypted database file (SQLCipher 4 scheme) with its 32-byte key. The key's text is zeroed after use; the
 * caller keeps and zeroes the key itself. Throws SqliteError: SQLITE_NOTADB with a wrong key or a damaged first page.
 */
export function openDatabase(path: string, key: Buffer): Database.Database {
  const db = new Database(path, { fileMustExist: true });
  try {
    unlock(db, key);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('secure_delete = ON');
    // 64 MB: taking a page out of the cipher costs more than reading it, and a search over years of records goes through thousands.
    db.pragma('cache_size = -65536');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens one to read only: nothing of its write-ahead log is moved into it, then or at closing. */
export function openToRead(path: string, key: Buffer): Database.Database {
  const db = new Database(path, { fileMustExist: true, readonly: true });
  try {
    unlock(db, key);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function unlock(db: Database.Database, key: Buffer): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  const raw = rawKey(key);
  db.key(raw);
  raw.fill(0);
}

/** The key as SQLCipher takes it, x'<64 hex>', without ever being a string: a string cannot be zeroed. */
function rawKey(key: Buffer): Buffer {
  const digits = '0123456789abcdef';
  const raw = Buffer.from(`x'${'0'.repeat(key.length * 2)}'`);
  key.forEach((byte, index) => {
    raw[2 + index * 2] = digits.charCodeAt(byte >> 4);
    raw[3 + index * 2] = digits.charCodeAt(byte & 15);
  });
  return raw;
}
