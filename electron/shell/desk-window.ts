import type { BrowserWindowConstructorOptions } from 'electron';

/** The clerk's window: a web page in a sandbox that knows nothing of Node and reaches the desk through the preload alone. */
export function deskWindowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    title: 'Sportello Vicino',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
