import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { procedureSchema } from '../../shared/procedure/procedure.ts';
import type { Procedure } from '../../shared/procedure/procedure.ts';

const catalogue = join(import.meta.dirname, '../../resources/procedures');

/** The folders of the procedures the program comes with. */
export const procedureFolders: readonly string[] = existsSync(catalogue) ? readdirSync(catalogue) : [];

export const readProcedureText = (folder: string, file: string): string => readFileSync(join(catalogue, folder, file), 'utf8');

export const readProcedure = (folder: string): Procedure => procedureSchema.parse(JSON.parse(readProcedureText(folder, 'procedure.json')));
