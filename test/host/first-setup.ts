import type { ProcedureLibrary } from '../../electron/host/host-context.ts';

/** A passphrase guess in about a millisecond. */
export const cheapKeyCost = { N: 2 ** 4, r: 8, p: 1 };

export const emptyLibrary: ProcedureLibrary = { list: () => [], find: () => undefined, troubles: () => [] };

export const firstSetup = {
  comune: { name: 'Roccabianca', province: 'PR', code: '034030' },
  kind: 'both',
  supervisorName: 'Elena Conti',
  passphrase: 'il cavallo mangia la biada',
} as const;
