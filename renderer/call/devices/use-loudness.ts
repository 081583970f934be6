import { useEffect, useState } from 'react';
import { watchLevel } from './watch-level.ts';

/** How loud a track is now, 0 to 1; 0 without one. */
export function useLoudness(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (track === null) return;
    const stop = watchLevel(track, ({ mean }) => setLevel(Math.min(1, mean * 4)));
    return () => {
      stop();
      setLevel(0);
    };
  }, [track]);
  return level;
}
