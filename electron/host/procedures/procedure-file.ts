import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ProblemCode, ProcedureProblem } from '../../../shared/procedure/procedure-problem.ts';

const largestFileBytes = 1_000_000;

type FileText = { readonly text: string } | { readonly problem: ProcedureProblem };

/**
 * The text of one file of a procedure's folder. Only a plain file of a reasonable size, in UTF-8, that truly lies in the
 * catalogue: a link may not lead out of it.
 * @param catalogue the real path of the folder all procedures are in
 */
export function readProcedureFile(catalogue: string, folder: string, file: string): FileText {
  const problem = (code: ProblemCode, details: ProcedureProblem['details'] = {}): FileText => ({
    problem: { kind: 'error', file, place: '', code, details },
  });
  try {
    const path = realpathSync(join(catalogue, folder, file));
    if (!path.startsWith(catalogue + sep)) return problem('file-outside');
    const found = statSync(path);
    if (!found.isFile()) return problem('file-unreadable');
    if (found.size > largestFileBytes) return problem('file-too-large', { most: largestFileBytes / 1000 });
    const text = decodeUtf8(readFileSync(path));
    return text === undefined ? problem('file-not-utf8') : { text };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? problem('file-missing', { name: file }) : problem('file-unreadable');
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
