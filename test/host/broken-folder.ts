import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { temporaryFolder } from './desk-in-a-folder.ts';

const sample = join(import.meta.dirname, '../fixtures/procedures/sample');

/** How a fixture breaks one file of the sample procedure, and all that must be said about it. */
export const brokenProcedureSchema = z.strictObject({
  what: z.string(),
  file: z.enum(['procedure.json', 'it.json']),
  /** The file is not there. */
  gone: z.literal(true).optional(),
  /** Values put at dotted places; `null` at the end of `remove` paths takes them away. */
  set: z.record(z.string(), z.json()).optional(),
  remove: z.array(z.string()).optional(),
  /** Text replaced in the file as it is written on disk. */
  replace: z.tuple([z.string(), z.string()]).optional(),
  keepCharacters: z.number().int().optional(),
  /** The whole file. */
  text: z.string().optional(),
  encoding: z.enum(['utf16le', 'latin1']).optional(),
  /** false: warnings alone, the procedure works. */
  setAside: z.boolean().optional(),
  expect: z.array(z.strictObject({ file: z.string(), place: z.string(), sentence: z.string() })).min(1),
});
type BrokenProcedure = z.infer<typeof brokenProcedureSchema>;

/** A catalogue with the sample broken as the fixture says, beside one that works. */
export function catalogueWithBroken(broken: BrokenProcedure): string {
  const catalogue = temporaryFolder();
  cpSync(sample, join(catalogue, 'sample'), { recursive: true });
  cpSync(sample, join(catalogue, 'working'), { recursive: true });
  rewrite(join(catalogue, 'working/procedure.json'), (text) => text.replace('"id": "sample"', '"id": "working"'), 'utf8');
  const path = join(catalogue, 'sample', broken.file);
  if (broken.gone) rmSync(path);
  else rewrite(path, (text) => breakText(text, broken), broken.encoding ?? 'utf8');
  return catalogue;
}

function rewrite(path: string, change: (text: string) => string, encoding: BufferEncoding): void {
  writeFileSync(path, Buffer.from(change(readFileSync(path, 'utf8')), encoding));
}

function breakText(text: string, { set = {}, remove = [], replace, keepCharacters, text: whole }: BrokenProcedure): string {
  if (whole !== undefined) return whole;
  if (replace !== undefined && !text.includes(replace[0])) throw new Error(`the sample has no ${replace[0]}`);
  const value: unknown = JSON.parse(text);
  for (const [path, inner] of Object.entries(set)) place(value, path).assign(inner);
  for (const path of remove) place(value, path).remove();
  const edited = Object.keys(set).length + remove.length === 0 ? text : JSON.stringify(value, null, 2);
  return (replace === undefined ? edited : edited.replace(...replace)).slice(0, keepCharacters);
}

function place(root: unknown, path: string): { assign: (value: unknown) => void; remove: () => void } {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((here: unknown, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined), root);
  if (typeof holder !== 'object' || holder === null) throw new Error(`the sample has no ${path}`);
  return { assign: (value) => Reflect.set(holder, last, value), remove: () => Reflect.deleteProperty(holder, last) };
}
