/** Why a stretch of a call by one medium ended. Nothing else is ever recorded. The words are in `locales/<lang>/call.json`. */
export const legEndReasons = [
  'hung-up',
  'remote-hung-up',
  'medium-changed',
  'network-lost',
  'never-connected',
  'consultation-ended',
  /** The page was closed or reloaded with the call open. */
  'page-closed',
  /** Found open by the next start of the desk. */
  'desk-interrupted',
] as const;
export type LegEndReason = (typeof legEndReasons)[number];

/** Why a call is over for this page. */
export const callEndReasons = ['hung-up', 'remote-hung-up', 'consultation-ended'] as const satisfies readonly LegEndReason[];
export type CallEndReason = (typeof callEndReasons)[number];
