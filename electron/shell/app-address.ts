import type { DeskMode } from '../../shared/desk/desk-view.ts';
import { modeOfPage, pagePathOf } from '../host/desk-doors.ts';

export const appScheme = 'desk';

/** Where the pages lie in Electron: one origin, ours. */
const appOrigin = `${appScheme}://app`;

export const appAddress = (mode: DeskMode): string => `${appOrigin}${pagePathOf(mode)}`;

/** The desk whose page an address is, hash and query aside; `undefined` for every address that is no page of ours. */
export function modeOfAddress(address: string): DeskMode | undefined {
  const url = URL.parse(address);
  return url?.protocol === `${appScheme}:` && url.host === 'app' ? modeOfPage(url.pathname) : undefined;
}
