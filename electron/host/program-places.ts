import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder: both this source and what is built from it lie two folders below. */
const root = fileURLToPath(new URL('../..', import.meta.url));

export const builtPagesFolder = join(root, 'dist', 'renderer');
export const proceduresFolder = join(root, 'resources', 'procedures');
