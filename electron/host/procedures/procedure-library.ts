import { createHash } from 'node:crypto';
import { readdirSync, realpathSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import type { ProcedureTrouble } from '../../../shared/desk/desk-view.ts';
import { idSchema } from '../../../shared/procedure/condition-schema.ts';
import { agingProblems } from '../../../shared/procedure/freshness.ts';
import { definitionFile, italianFile } from '../../../shared/procedure/procedure-problem.ts';
import { sieveProcedure, sieveReach } from '../../../shared/procedure/procedure-sieves.ts';
import type { SievedProcedure } from '../../../shared/procedure/procedure-sieves.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CatalogueEntry, ProcedureLibrary } from '../host-context.ts';
import { problemSentence } from './problem-sentences.ts';
import { readProcedureFile } from './procedure-file.ts';

interface ReadFolder extends SievedProcedure {
  readonly folder: string;
}

/**
 * Reads every procedure folder below `catalogue`, once. A folder with an error is set aside and named; the others work.
 * The search for what no run can reach waits for the first question, so that the desk need not wait for it to open.
 * @param today the calendar day at the desk, asked whenever warnings about out-of-date things are
 */
export function readProcedureLibrary(catalogue: string, today: () => string): ProcedureLibrary {
  const read = readCatalogue(catalogue);
  let kept: Catalogue | undefined;
  const proven = () => (kept ??= catalogueOf(read.map((folder) => ({ ...sieveReach(folder), folder: folder.folder }))));
  return {
    list: () => proven().entries,
    find: (id) => proven().byId.get(id),
    troubles: () => proven().folders.map((folder) => troubleOf(folder, today())).filter((trouble) => trouble.problems.length > 0),
  };
}

interface Catalogue {
  readonly folders: readonly ReadFolder[];
  readonly entries: readonly CatalogueEntry[];
  readonly byId: ReadonlyMap<string, CatalogueEntry>;
}

function catalogueOf(folders: readonly ReadFolder[]): Catalogue {
  const entries = folders.flatMap(({ passed }) => (passed === undefined ? [] : { ...passed, contentHash: contentHash(passed) }));
  return { folders, entries, byId: new Map(entries.map((entry) => [entry.procedure.id, entry])) };
}

function readCatalogue(catalogue: string): readonly ReadFolder[] {
  try {
    const root = realpathSync(catalogue);
    const names = readdirSync(root, { withFileTypes: true }).filter((item) => isFolder(item) && !item.name.startsWith('.'));
    return names.map((item) => item.name).sort().map((folder) => readFolder(root, folder));
  } catch {
    return [{ folder: catalogue, passed: undefined, problems: [{ kind: 'error', file: '', place: '', code: 'file-unreadable', details: {} }] }];
  }
}

/** A link counts: one that leads out of the catalogue is named rather than passed over. */
const isFolder = (item: Dirent): boolean => item.isDirectory() || item.isSymbolicLink();

function readFolder(root: string, folder: string): ReadFolder {
  if (!idSchema.safeParse(folder).success) {
    return { folder, passed: undefined, problems: [{ kind: 'error', file: '', place: '', code: 'folder-name', details: {} }] };
  }
  const definition = readProcedureFile(root, folder, definitionFile);
  const italian = readProcedureFile(root, folder, italianFile);
  if ('problem' in definition || 'problem' in italian) {
    return { folder, passed: undefined, problems: [definition, italian].flatMap((read) => ('problem' in read ? read.problem : [])) };
  }
  return { folder, ...sieveProcedure(folder, { definition: definition.text, italian: italian.text }) };
}

/** SHA-256, hex, of definition and Italian text: spaces and the order of keys do not make another version. */
const contentHash = ({ procedure, texts }: Omit<CatalogueEntry, 'contentHash'>): string =>
  createHash('sha256').update(canonicalJson([procedure, texts])).digest('hex');

function troubleOf(read: ReadFolder, today: string): ProcedureTrouble {
  const problems = [...read.problems, ...(read.passed === undefined ? [] : agingProblems(read.passed.procedure, today))];
  return {
    folder: read.folder,
    setAside: read.passed === undefined,
    problems: problems.map((problem) => ({ file: problem.file, place: problem.place, sentence: problemSentence(problem) })),
  };
}
