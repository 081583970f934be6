/** Where "later" comes from; tests pass their own. The function returned calls the work off. */
export interface Timers {
  after(milliseconds: number, work: () => void): () => void;
}

/** The system's timers; they do not keep the process alive. */
export const systemTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Calls again and again, so many milliseconds apart, until the function returned is called. */
export function repeating(timers: Timers, milliseconds: number, work: () => void): () => void {
  let callOff = timers.after(milliseconds, again);
  function again(): void {
    callOff = timers.after(milliseconds, again);
    work();
  }
  return () => callOff();
}
