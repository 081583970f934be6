/**
 * Keeps the screen on until told otherwise: in a long conversation nobody touches mouse or keyboard. The browser takes its lock
 * back whenever the page is out of sight, so it is asked for again each time the page returns. Where there is no lock to be had
 * (an older browser, a battery running out) the call goes on without.
 */
export function keepAwake(page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> = document, locks: Pick<WakeLock, 'request'> | undefined = navigator.wakeLock): () => void {
  let ended = false;
  let held: Pick<WakeLockSentinel, 'release'> | undefined;
  const release = () => {
    void held?.release();
    held = undefined;
  };
  const ask = async () => {
    if (page.visibilityState !== 'visible') return;
    const lock = await locks?.request('screen').catch(() => undefined);
    release();
    held = lock;
    if (ended) release();
  };
  const seen = () => void ask();
  page.addEventListener('visibilitychange', seen);
  seen();
  return () => {
    ended = true;
    page.removeEventListener('visibilitychange', seen);
    release();
  };
}
