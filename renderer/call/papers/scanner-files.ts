import { mimeOfName } from '../../../shared/call/paper-kind.ts';

/** What Chromium has beside the standard's types (https://wicg.github.io/file-system-access/). */
type PickFolder = (options: { id: string; mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
interface WithFolders {
  readonly showDirectoryPicker?: PickFolder;
}

/** So many files are listed: a scanner's folder may hold years. */
const mostListed = 12;

/** Lets the clerk choose a folder in the browser's own dialog; `undefined` where there is no such dialog. */
export const folderPicker = (): (() => Promise<FileSystemDirectoryHandle>) | undefined => {
  const { showDirectoryPicker } = window as unknown as WithFolders;
  return showDirectoryPicker && (() => showDirectoryPicker.call(window, { id: 'scansioni', mode: 'read' }));
};

/** The papers of a folder, the newest first; what lies deeper is not looked at. */
export async function newestPapers(folder: FileSystemDirectoryHandle): Promise<readonly File[]> {
  const files: File[] = [];
  for await (const handle of (folder as unknown as { values: () => AsyncIterable<FileSystemFileHandle | FileSystemDirectoryHandle> }).values())
    if (handle.kind === 'file' && mimeOfName(handle.name) !== undefined) files.push(await handle.getFile());
  return files.toSorted((one, other) => other.lastModified - one.lastModified).slice(0, mostListed);
}
