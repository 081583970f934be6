import { EventEmitter } from 'node:events';

/** Everything the start-up asked of Electron, in order. */
export const asked: string[] = [];
/** The command line's switches, as Electron would have parsed them. */
export const switches = new Map<string, string>();
/** Whether Electron's lock on the data folder is free. */
export const lock = { free: true };
export const exitCodes: number[] = [];

const note = <T>(what: string, result?: T): T | undefined => {
  asked.push(what);
  return result;
};

class FakeApp extends EventEmitter {
  commandLine = { getSwitchValue: (name: string) => switches.get(name) ?? '', hasSwitch: (name: string) => switches.has(name) };
  setPath = (name: string, path: string) => note(`setPath ${name} ${path}`);
  enableSandbox = () => note('enableSandbox');
  requestSingleInstanceLock = () => note('requestSingleInstanceLock', lock.free);
  whenReady = async () => note('whenReady');
  quit = () => this.emit('will-quit');
  exit = (code: number) => exitCodes.push(code);
}

class FakeWindow extends EventEmitter {
  webContents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => note('setWindowOpenHandler'), mainFrame: { url: '' }, isDestroyed: () => false, send: () => undefined });
  constructor() {
    super();
    note('window');
  }
  loadURL = async (url: string) => note(`loadURL ${url}`);
  show = () => note('show');
  isMinimized = () => false;
  focus = () => note('focus');
}

export const app = new FakeApp();
export const BrowserWindow = FakeWindow;
export const ipcMain = { handle: (channel: string) => note(`handle ${channel}`) };
export const protocol = { registerSchemesAsPrivileged: () => note('registerScheme'), handle: (scheme: string) => note(`serve ${scheme}`) };
export const desktopCapturer = { getSources: () => Promise.resolve([]) };

export const session = {
  defaultSession: {
    setPermissionRequestHandler: () => note('permissions'),
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
  },
};
