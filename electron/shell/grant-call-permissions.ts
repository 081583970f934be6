import type { DesktopCapturer, Session } from 'electron';
import { modeOfAddress } from './app-address.ts';

/** What a call asks of the browser: camera and microphone, another loudspeaker, a screen to show, and that the screen stays on. */
const ofACall: ReadonlySet<string> = new Set(['media', 'speaker-selection', 'display-capture', 'screen-wake-lock']);

type CallSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'>;

/**
 * Grants a page of ours what a call needs, and nothing else to anybody: no place, no notifications, no devices. The screen
 * shown is the one the desk stands on, once the clerk has pressed the button for it.
 */
export function grantCallPermissions(session: CallSession, screens: Pick<DesktopCapturer, 'getSources'>): void {
  const mayHave = (permission: string, page: string | undefined, isMainFrame: boolean): boolean =>
    ofACall.has(permission) && isMainFrame && page !== undefined && modeOfAddress(page) !== undefined;
  session.setPermissionRequestHandler((_page, permission, decide, { requestingUrl, isMainFrame }) => decide(mayHave(permission, requestingUrl, isMainFrame)));
  session.setPermissionCheckHandler((_page, permission, origin, { requestingUrl, isMainFrame }) => mayHave(permission, requestingUrl ?? origin, isMainFrame));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(({ frame, userGesture }, show) => {
    if (!userGesture || frame === null || modeOfAddress(frame.url) === undefined) return show(null);
    return void screens.getSources({ types: ['screen'] }).then(
      ([screen]) => show(screen === undefined ? null : { video: screen }),
      () => show(null),
    );
  });
}
