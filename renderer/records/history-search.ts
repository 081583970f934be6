import { useState } from 'react';
import type { DeskInput } from '../../shared/desk/desk-api.ts';
import { useDescription } from '../desk/desk-context.tsx';

/** What the archive is searched for; names stay in memory, never in an address. */
export type HistorySearch = Omit<DeskInput<'searchSessions'>, 'cursor'>;

/** The last search of whoever is signed in, so that coming back from a session finds the list as it was left. */
let lastSearch: { readonly clerkId: string | undefined; readonly search: HistorySearch } | undefined;

export function useHistorySearch(): [HistorySearch, (change: HistorySearch) => void] {
  const clerkId = useDescription().signedIn?.clerkId;
  const [search, setSearch] = useState<HistorySearch>(() => (lastSearch?.clerkId === clerkId && lastSearch?.search) || {});
  return [
    search,
    (next) => {
      lastSearch = { clerkId, search: next };
      setSearch(next);
    },
  ];
}

/** How many filters are set, the text not counted. */
export const filtersOn = ({ procedure, clerkId, state, outcome, from, to }: HistorySearch): number =>
  [procedure, clerkId, state, outcome, from, to].filter((value) => value !== undefined).length;
