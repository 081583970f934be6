import words from '../../../resources/locales/it/start.json' with { type: 'json' };
import { dataFolder } from '../data-folder/data-folder.ts';
import { describeCrash } from './describe-crash.ts';
import { builtPagesFolder } from '../program-places.ts';
import { fillBlanks } from '../../../shared/text/fill-blanks.ts';
import type { StartOptions } from './start-options.ts';

/** What to tell, on the terminal, of an error that kept the desk from starting: by the system call that failed, if one did. */
export function describeStartTrouble(error: unknown, { port, data, training }: Pick<StartOptions, 'port' | 'data' | 'training'>): string {
  const { syscall, code } = systemError(error);
  if (syscall === 'listen' && code === 'EADDRINUSE') return fillBlanks(words.portTaken, { port });
  if (syscall === 'listen' && code === 'EACCES') return fillBlanks(words.portForbidden, { port });
  if (syscall === 'scandir') return fillBlanks(words.notBuilt, { folder: builtPagesFolder });
  if (syscall === 'uv_os_homedir' || syscall === 'uv_os_get_passwd') return words.noHome;
  if (syscall === 'mkdir' || syscall === 'open') return fillBlanks(words.dataFolderUnusable, { folder: dataFolder(training ? 'training' : 'real', data) });
  return `${words.crashed}\n${describeCrash(error)}`;
}

const systemError = (error: unknown): Partial<NodeJS.ErrnoException> => (error instanceof Error ? error : {});
