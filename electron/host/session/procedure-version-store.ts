import type Database from 'better-sqlite3';
import { procedureSchema } from '../../../shared/procedure/procedure.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { procedureTextsSchema } from '../../../shared/procedure/procedure-texts.ts';
import type { ProcedureTexts } from '../../../shared/procedure/procedure-texts.ts';
import { statement } from '../db/statement.ts';
import type { CatalogueEntry } from '../host-context.ts';

/** The definition a run began with. */
export interface PinnedProcedure {
  readonly contentHash: string;
  readonly procedure: Procedure;
  readonly texts: ProcedureTexts;
}

interface VersionRow {
  readonly definition_json: string;
  readonly texts_json: string;
}

const insert = statement<[string, string, string, string, string, string]>(
  `insert into procedure_version (content_hash, procedure_id, version, title, definition_json, texts_json)
   values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
);
const byHash = statement<[string], VersionRow>('select definition_json, texts_json from procedure_version where content_hash = ?');
// The latest title of each: a bare column beside max() is of the row that has it.
const everBegun = statement<[], { id: string; title: string; version: string }>(
  'select procedure_id as id, title, max(version) as version from procedure_version group by procedure_id order by title',
);
const parsed = new WeakMap<Database.Database, Map<string, PinnedProcedure>>();

/** Every procedure that was ever begun, by its latest title. */
export const recordedProcedures = (db: Database.Database): readonly { readonly id: string; readonly title: string }[] =>
  everBegun(db).all().map(({ id, title }) => ({ id, title }));

/** Keeps a catalogue entry for as long as a run needs it, whatever the catalogue becomes. */
export function pinProcedure(db: Database.Database, { contentHash, procedure, texts }: CatalogueEntry): void {
  insert(db).run(contentHash, procedure.id, procedure.version, texts.title, JSON.stringify(procedure), JSON.stringify(texts));
}

/**
 * The definition with a content hash, parsed once for each database: a step is saved without reading it again.
 * @throws when the row is missing or no longer has the shape of a procedure: the records are then not what we wrote
 */
export function pinnedProcedure(db: Database.Database, contentHash: string): PinnedProcedure {
  const known = parsed.get(db) ?? new Map<string, PinnedProcedure>();
  parsed.set(db, known);
  const pinned = known.get(contentHash) ?? readPinned(db, contentHash);
  known.set(contentHash, pinned);
  return pinned;
}

function readPinned(db: Database.Database, contentHash: string): PinnedProcedure {
  const row = byHash(db).get(contentHash);
  if (row === undefined) throw new Error(`No procedure version ${contentHash}`);
  return {
    contentHash,
    procedure: procedureSchema.parse(JSON.parse(row.definition_json)),
    texts: procedureTextsSchema.parse(JSON.parse(row.texts_json)),
  };
}
