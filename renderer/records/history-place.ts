import type { HistorySearch } from './history-search.ts';

/** What a page of the list comes after: the last line of the page before; undefined for the newest sessions. */
export type Cursor = string | undefined;

interface Place {
  readonly list: string;
  readonly pages: readonly Cursor[];
  readonly opened: string | undefined;
}

let left: Place | undefined;

const listOf = (clerkId: string | undefined, search: HistorySearch): string => JSON.stringify([clerkId, search]);

/**
 * Where this clerk left this list, so that coming back from a session finds its line again: the pages asked for, and the
 * session opened from them. The top of any other list.
 */
export function placeInHistory(clerkId: string | undefined, search: HistorySearch): Place {
  const list = listOf(clerkId, search);
  return left?.list === list ? left : { list, pages: [undefined], opened: undefined };
}

/** Remembers how far down a list somebody is. */
export function keepPages(clerkId: string | undefined, search: HistorySearch, pages: readonly Cursor[]): void {
  left = { list: listOf(clerkId, search), pages, opened: undefined };
}

/** Remembers which session was opened from the list on screen. */
export function keepOpened(sessionId: string): void {
  if (left !== undefined) left = { ...left, opened: sessionId };
}
