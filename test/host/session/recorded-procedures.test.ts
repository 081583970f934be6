import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pinnedProcedure } from '../../../electron/host/session/procedure-version-store.ts';
import { evaluateRun } from '../../../shared/procedure/procedure-run.ts';
import { recordsInAFolder } from './context-in-a-folder.ts';

/**
 * A procedure as a released program wrote it into its records, with the SHA-256 of the file: never edited, for desks out there
 * hold such a row. A schema that no longer reads one needs a migration of `procedure_version`, and then a new folder here.
 */
const recorded = [{ version: '0.1.0', definition: 'c08b221dbf641bf45417c3c57df330476ce9da8d37e75930fc30600a8840ba04', texts: '29edd258c8d9eccca5945dd11bd2b10e8dd6a4d184fa89f06baf6130e29b2924' }];

const fixture = (version: string, file: string) => readFileSync(join(import.meta.dirname, '../../fixtures/recorded-procedures', version, file), 'utf8');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe.each(recorded)('a procedure recorded by version $version', ({ version, definition, texts }) => {
  const [procedureFile, textsFile] = [fixture(version, 'procedure.json'), fixture(version, 'it.json')];

  test('is as it was recorded', () => {
    expect([hash(procedureFile), hash(textsFile)]).toEqual([definition, texts]);
  });

  test('is read today, and its run goes on', () => {
    const { db } = recordsInAFolder();
    db.prepare('insert into procedure_version (content_hash, procedure_id, version, title, definition_json, texts_json) values (?, ?, ?, ?, ?, ?)').run(
      hash(procedureFile), 'recorded', version, 'Allora', procedureFile, textsFile,
    );
    const pinned = pinnedProcedure(db, hash(procedureFile));
    const nothingYet = { facts: {}, documents: [], people: [], doneSteps: [], passedBlocks: [], sent: [] };
    expect(evaluateRun(pinned.procedure, nothingYet, '2026-03-10').steps.map(({ id }) => id)).toEqual(pinned.procedure.steps.map(({ id }) => id));
    expect(Object.keys(pinned.texts.steps)).toEqual(pinned.procedure.steps.map(({ id }) => id));
  });
});
