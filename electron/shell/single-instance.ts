import type { App, BrowserWindow } from 'electron';

/** Whether this is the only one on its data folder (Electron's lock lies in `userData`); the loser brings the winner to the front. */
export function becomeTheOnlyOne(app: Pick<App, 'requestSingleInstanceLock' | 'on'>, window: () => Pick<BrowserWindow, 'isMinimized' | 'restore' | 'focus'> | undefined): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const open = window();
    if (open?.isMinimized() === true) open.restore();
    open?.focus();
  });
  return true;
}
