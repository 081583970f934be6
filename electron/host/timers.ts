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
