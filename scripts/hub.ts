import { spawn } from 'node:child_process';
import { join } from 'node:path';
import words from '../resources/locales/it/start.json' with { type: 'json' };
import { ended } from './child-process.ts';
import { root } from './root.ts';
import { desk, isStale, pages } from './stale.ts';

// `npm run hub`: builds if need be, then hands everything over to the hub's own program.
if (isStale(pages) || isStale(desk)) {
  console.error(words.building);
  const { buildWhatIsStale } = await import('./build.ts');
  await buildWhatIsStale();
}
const hub = spawn(process.execPath, [join(root, 'dist', 'hub', 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => hub.kill('SIGTERM'));
process.exit(await ended(hub));
