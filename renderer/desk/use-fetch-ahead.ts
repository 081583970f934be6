import { useEffect } from 'react';
import { fetchWordsAhead } from '../language/i18n.ts';
import { fetchScreensAhead } from './screen-from.tsx';

/** Once the first screen stands and the browser has nothing better to do, fetches the words and the files of all others. */
export function useFetchAhead(): void {
  useEffect(() => {
    const turn = requestIdleCallback(() => void Promise.all([fetchWordsAhead(), fetchScreensAhead()]));
    return () => cancelIdleCallback(turn);
  }, []);
}
