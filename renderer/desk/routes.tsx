import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

export interface DeskRoute {
  /** A wouter pattern; the same addresses are made by paths.ts. */
  readonly path: string;
  /** Reads the address with wouter's `useParams`. Loaded when first visited. */
  readonly screen: LazyExoticComponent<ComponentType>;
  readonly supervisorOnly?: true;
}

/** Every screen of a signed-in clerk. A new screen: its line here, its address in paths.ts. */
export const routes: readonly DeskRoute[] = [
  { path: '/', screen: lazy(() => import('../home/home-screen.tsx')) },
  { path: '/frase', screen: lazy(() => import('../account/change-passphrase-screen.tsx')) },
  { path: '/responsabile', screen: lazy(() => import('../supervisor/supervisor-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/operatori', screen: lazy(() => import('../supervisor/clerks-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/impostazioni', screen: lazy(() => import('../supervisor/settings-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/codice-di-recupero', screen: lazy(() => import('../supervisor/new-recovery-code-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/procedure', screen: lazy(() => import('../supervisor/procedure-troubles-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/registro', screen: lazy(() => import('../supervisor/journal-screen.tsx')), supervisorOnly: true },
  { path: '/sessione/:session/chiusura', screen: lazy(() => import('../closing/closing-screen.tsx')) },
  { path: '/sessione/:session/foglio', screen: lazy(() => import('../closing/take-home-screen.tsx')) },
  { path: '/archivio', screen: lazy(() => import('../records/history-screen.tsx')) },
  { path: '/archivio/:session', screen: lazy(() => import('../records/session-detail-screen.tsx')) },
  { path: '/promemoria', screen: lazy(() => import('../records/follow-ups-screen.tsx')) },
  { path: '/interrotte', screen: lazy(() => import('../records/interrupted-screen.tsx')) },
  { path: '/sessione/:session/*?', screen: lazy(() => import('../session/session-screen.tsx')) },
];
