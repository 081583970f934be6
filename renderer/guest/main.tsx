import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { HubLine } from '../../shared/hub/hub-line.ts';
import { guestHubViewSchema } from '../../shared/hub/hub-views.ts';
import { startTexts } from '../language/i18n.ts';
import { browserTime, socketBeside } from '../official/browser-line.ts';
import { takeDoubleClicksForOne } from '../ui/double-click.ts';
import { Loading } from '../ui/loading.tsx';
import { applySavedTextSize } from '../ui/text-size.ts';
import { GuestApp } from './guest-app.tsx';
import '../ui/theme.scss';
import './guest.scss';

const element = document.getElementById('desk');
if (!element) throw new Error('the page has no place for the call');
applySavedTextSize();
takeDoubleClicksForOne();
await startTexts();
const line = new HubLine({ openSocket: () => socketBeside(window.location, 'guest'), viewSchema: guestHubViewSchema, ...browserTime });
window.addEventListener('online', () => line.checkNow());
createRoot(element).render(
  <StrictMode>
    <Suspense fallback={<Loading />}>
      <GuestApp line={line} />
    </Suspense>
  </StrictMode>,
);
