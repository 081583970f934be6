import { useEffect, useState } from 'react';

/** Seconds left until `start` seconds have passed since it was given; a new object starts again. */
export function useCountdown(start: { readonly seconds: number } | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const end = start ? Date.now() + start.seconds * 1000 : 0;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    if (!start) return;
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [start]);
  return left;
}
