import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DeskWire } from '../../shared/desk/transport.ts';
import { startTexts } from '../language/i18n.ts';
import { takeDoubleClicksForOne } from '../ui/double-click.ts';
import { applySavedTextSize } from '../ui/text-size.ts';
import '../ui/theme.scss';
import '../ui/print.css';
import { App } from './app.tsx';
import type { Connection } from './connection.ts';
import { DeskProvider } from './desk-context.tsx';

/** Draws the desk over a wire, whichever shell it came from. */
export async function mountDesk(wire: DeskWire, connection: Connection, element: HTMLElement): Promise<void> {
  applySavedTextSize();
  takeDoubleClicksForOne();
  await startTexts();
  createRoot(element).render(
    <StrictMode>
      <DeskProvider wire={wire} connection={connection}>
        <App />
      </DeskProvider>
    </StrictMode>,
  );
}
