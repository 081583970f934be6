import type { ComponentType } from 'react';
import { screenFrom } from './screen-from.tsx';

export interface DeskRoute {
  /** A wouter pattern; the same addresses are made by paths.ts. */
  readonly path: string;
  /** Reads the address with wouter's `useParams`. In a file of its own. */
  readonly screen: ComponentType;
  readonly supervisorOnly?: true;
}

/** Every screen of a signed-in clerk. A new screen: its line here, its address in paths.ts. */
export const routes: readonly DeskRoute[] = [
  { path: '/', screen: screenFrom(() => import('../home/home-screen.tsx')) },
  { path: '/rete', screen: screenFrom(() => import('../passport/network-screen.tsx')) },
  { path: '/frase', screen: screenFrom(() => import('../account/change-passphrase-screen.tsx')) },
  { path: '/responsabile', screen: screenFrom(() => import('../supervisor/supervisor-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/operatori', screen: screenFrom(() => import('../supervisor/clerks-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/impostazioni', screen: screenFrom(() => import('../supervisor/settings-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/inps', screen: screenFrom(() => import('../supervisor/hub-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/codice-di-recupero', screen: screenFrom(() => import('../supervisor/new-recovery-code-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/procedure', screen: screenFrom(() => import('../supervisor/procedure-troubles-screen.tsx')), supervisorOnly: true },
  { path: '/responsabile/registro', screen: screenFrom(() => import('../supervisor/journal-screen.tsx')), supervisorOnly: true },
  { path: '/sessione/:session/chiusura', screen: screenFrom(() => import('../closing/closing-screen.tsx')) },
  { path: '/sessione/:session/foglio', screen: screenFrom(() => import('../closing/take-home-screen.tsx')) },
  { path: '/archivio', screen: screenFrom(() => import('../records/history-screen.tsx')) },
  { path: '/archivio/:session', screen: screenFrom(() => import('../records/session-detail-screen.tsx')) },
  { path: '/promemoria', screen: screenFrom(() => import('../records/follow-ups-screen.tsx')) },
  { path: '/interrotte', screen: screenFrom(() => import('../records/interrupted-screen.tsx')) },
  { path: '/sessione/:session/*?', screen: screenFrom(() => import('../session/session-screen.tsx')) },
];
