import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyringExists } from '../access/keyring-files.ts';

/** Where the records of a data folder lie. */
export const recordsPath = (folder: string): string => join(folder, 'records.db');

/** Records that set-up has written but not yet put in place. */
export const newRecordsPath = (folder: string): string => join(folder, 'records.new.db');

/** Whether this folder ever became a desk: keys or records are there, whole or not. */
export const isSetUp = (folder: string): boolean => keyringExists(folder) || existsSync(recordsPath(folder));
