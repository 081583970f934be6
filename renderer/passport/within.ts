/** What the work comes to; `undefined` when it takes longer than so many milliseconds, is called off, or fails. Never rejects. */
export function within<Value>(milliseconds: number, calledOff: AbortSignal, work: Promise<Value>): Promise<Value | undefined> {
  if (calledOff.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const giveUp = () => settle(undefined);
    const timer = setTimeout(giveUp, milliseconds);
    const settle = (value: Value | undefined) => {
      clearTimeout(timer);
      calledOff.removeEventListener('abort', giveUp);
      resolve(value);
    };
    calledOff.addEventListener('abort', giveUp);
    work.then(settle, giveUp);
  });
}
