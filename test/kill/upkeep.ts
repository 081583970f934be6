import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../shared/desk/clock.ts';
import { migrations } from '../../electron/host/db/migrations.ts';
import type { Migration } from '../../electron/host/db/migrations.ts';

/** What a desk does to its records as a whole. */
export type Upkeep = 'copy' | 'restore' | 'migration' | 'wipe';

/** The day the upkeep is done: the one after the desk was set up. */
export const upkeepClock: Clock = () => Temporal.Instant.from('2026-10-10T07:00:00Z');

/** Two shapes of the records to come, each with work to do in every session. */
export const later: readonly Migration[] = [1, 2].map((step) => ({
  number: migrations.length + step,
  name: `later-${step}`,
  sql: `create table later_${step} (session_id text primary key, x text not null) strict;
    insert into later_${step} select id, hex(randomblob(400)) from session;`,
}));
