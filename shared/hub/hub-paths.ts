/** Where a hub answers, below its address: three sockets, one for each kind of party, and what is asked over HTTP. */
export const hubPaths = {
  deskSocket: '/desk',
  officialSocket: '/official',
  guestSocket: '/guest',
  /** POST, see enrolment.ts. */
  enrol: '/enrol',
  /** One-time invitation of an official; a page with one button. */
  officialDoor: '/entra',
  /** One-time link of a guest; a page with one button. */
  guestDoor: '/ospite',
  officialPage: '/official/',
  guestPage: '/guest/',
  health: '/health',
} as const;
