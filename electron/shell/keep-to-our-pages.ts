import type { WebContents } from 'electron';
import { modeOfAddress } from './app-address.ts';

/** The window goes to our own pages and nowhere else: no link, script or dropped file takes it away, or opens another. */
export function keepToOurPages(page: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || modeOfAddress(details.url) === undefined) details.preventDefault();
  });
  page.on('will-redirect', (details) => details.preventDefault());
  page.on('will-attach-webview', (event) => event.preventDefault());
}
