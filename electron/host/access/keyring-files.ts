import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { partOf, writeWholeFile } from '../data-folder/atomic-file.ts';
import { describeCrash } from '../program/describe-crash.ts';
import { printTrouble } from '../program/print-line.ts';
import { checksumOf, keyringSchema, keyringText, sealOf } from './keyring.ts';
import type { Keyring } from './keyring.ts';

/** A keyring as it lies in the folder. Its seal can only be judged with the database key. */
export interface KeyringFile {
  readonly keyring: Keyring;
  readonly seal: string;
  readonly text: string;
}

const fileSchema = z.strictObject({ format: z.literal(1), sha256: z.string(), seal: z.string(), keyring: keyringSchema });

/** The second is a mirror, not a history: the wrapped key of a disabled account must not live on in it. */
const fileNames = ['keyring.json', 'keyring.copy.json'] as const;
const paths = (folder: string): readonly string[] => fileNames.map((name) => join(folder, name));

export const keyringExists = (folder: string): boolean => paths(folder).some((path) => existsSync(path));

/**
 * The newer of the two keyrings of a data folder, or the one that is whole. Refuses when neither is, and when they are of
 * two desks: which one opens these records cannot be told from outside.
 */
export function readKeyringFile(folder: string): Answer<KeyringFile> {
  const [first, second] = paths(folder).flatMap(parseFile);
  if (first === undefined) return refuse('keyring-damaged');
  if (second === undefined) return answer(first);
  if (first.keyring.deskId !== second.keyring.deskId) return refuse('keyring-mixed');
  return answer(second.keyring.revision > first.keyring.revision ? second : first);
}

export function readKeyring(folder: string): Answer<Keyring> {
  const file = readKeyringFile(folder);
  return file.ok ? answer(file.value.keyring) : file;
}

/** Writes keyring and mirror, one after the other, so that at any moment one of them is whole. */
export function writeKeyring(folder: string, keyring: Keyring, databaseKey: Buffer): void {
  writeBoth(folder, fileText(keyring, databaseKey));
}

/** Whether both files hold just this keyring, sealed. */
export function keyringIsWritten(folder: string, keyring: Keyring, databaseKey: Buffer): boolean {
  const text = fileText(keyring, databaseKey);
  return paths(folder).every((path) => readText(path) === text);
}

/** Makes the two files one again after a kill between them; what cannot be written now waits for the next start. */
export function alignKeyringFiles(folder: string): void {
  const newest = readKeyringFile(folder);
  if (!newest.ok) return;
  try {
    for (const path of paths(folder)) rmSync(partOf(path), { force: true });
    if (paths(folder).some((path) => readText(path) !== newest.value.text)) writeBoth(folder, newest.value.text);
  } catch (error) {
    printTrouble(`keyring: ${describeCrash(error)}`);
  }
}

function writeBoth(folder: string, text: string): void {
  for (const path of paths(folder)) writeWholeFile(path, text);
}

function fileText(keyring: Keyring, databaseKey: Buffer): string {
  const file = { format: 1, sha256: checksumOf(keyringText(keyring)), seal: sealOf(keyring, databaseKey), keyring: keyringSchema.parse(keyring) };
  return JSON.stringify(file, undefined, 2);
}

/** Nothing for a file that is missing or, as one put back by another user of the computer, cannot be read: there is the mirror. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Nothing for a file that is missing or not whole. */
function parseFile(path: string): readonly KeyringFile[] {
  const text = readText(path);
  const { data } = fileSchema.safeParse(parseJson(text));
  return data?.sha256 === undefined || data.sha256 !== checksumOf(keyringText(data.keyring)) ? [] : [{ keyring: data.keyring, seal: data.seal, text }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
