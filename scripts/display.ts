/** Whether a window can be shown: Linux needs a display server, the others always have a desktop. */
export const hasDisplay = (env = process.env, platform = process.platform): boolean =>
  platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(Boolean);

/** Chromium refuses to run as root with its sandbox on. */
export const sandboxFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
