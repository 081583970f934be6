import { createDeskHost } from '../../../electron/host/desk-host.ts';
import { emptyLibrary } from '../first-setup.ts';

// Holds a folder until it is killed.
const [, , dataFolder = ''] = process.argv;
const desk = createDeskHost({ dataFolder, mode: 'real', version: '0.0.0', library: emptyLibrary });
process.send?.(desk.ok);
setInterval(() => desk.ok, 60_000);
