import { hub } from './migrations/001-hub.ts';

/** One step from one shape of the hub's state to the next. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Every migration, oldest first, numbered 1, 2, 3 … A released one is never edited: a change is a new file and a new row here. */
export const migrations: readonly Migration[] = [{ number: 1, name: 'hub', sql: hub }];
