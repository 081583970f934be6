import type { Session } from 'electron';

/** The desk asks the browser for nothing yet: no camera, no place, no notifications, no device. */
export function grantNoPermission(session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
