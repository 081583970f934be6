import { uptime } from 'node:os';

/** Seconds this computer has been running, sleep included, whatever its clock is set to; begins again when it restarts. */
export type Uptime = () => number;

export const systemUptime: Uptime = () => uptime();
