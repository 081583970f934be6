import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HubLine } from '../../shared/hub/hub-line.ts';
import { officialHubViewSchema } from '../../shared/hub/hub-views.ts';
import { startTexts } from '../language/i18n.ts';
import { takeDoubleClicksForOne } from '../ui/double-click.ts';
import { applySavedTextSize } from '../ui/text-size.ts';
import { browserTime, socketBeside } from './browser-line.ts';
import { HubProvider } from './hub-context.tsx';
import { OfficialApp } from './official-app.tsx';
import '../ui/theme.scss';
import './official.scss';

const element = document.getElementById('desk');
if (!element) throw new Error('the page has no place for the console');
applySavedTextSize();
takeDoubleClicksForOne();
await startTexts();
const line = new HubLine({ openSocket: () => socketBeside(window.location, 'official'), viewSchema: officialHubViewSchema, ...browserTime });
window.addEventListener('online', () => line.checkNow());
createRoot(element).render(
  <StrictMode>
    <HubProvider line={line}>
      <OfficialApp />
    </HubProvider>
  </StrictMode>,
);
