import words from '../resources/locales/it/start.json' with { type: 'json' };
import type { StartOptions } from '../electron/host/program/start-options.ts';
import { answering, deskArguments, ended, startDesk } from './child-process.ts';
import { sandboxFlags } from './display.ts';
import { root } from './root.ts';

/**
 * Shows the desk in Electron until its window is closed; the exit code. `undefined` when Electron itself does not come up,
 * as on a system that lacks one of its libraries or does not let it make its sandbox: our own program, when it cannot go
 * on, says why and exits with 1.
 */
export async function runInElectron(electron: string, options: StartOptions): Promise<number | undefined> {
  const desk = startDesk(electron, [...sandboxFlags(), root, ...deskArguments(options)]);
  const code = ended(desk);
  const first = await Promise.race([answering(desk), code]);
  if (typeof first !== 'number' || first <= 1) return code;
  console.log(words.electronFailed);
  return undefined;
}
