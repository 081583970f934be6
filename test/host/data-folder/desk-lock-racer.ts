import { lockDeskFolder } from '../../../electron/host/db/desk-lock.ts';

// Told when to begin, takes each folder at the very moment another process does, and says which it got.
const [, , ...folders] = process.argv;
const betweenFoldersMs = 80;
process.once('message', (startAt) => {
  const locks = folders.map((folder, index) => {
    while (Date.now() < Number(startAt) + index * betweenFoldersMs);
    return lockDeskFolder(folder);
  });
  // Kept: a lock nobody refers to any more is let go.
  setInterval(() => locks.length, 60_000);
  process.send?.(folders.filter((_, index) => locks[index]?.ok));
});
process.send?.('ready');
