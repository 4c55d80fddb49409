import type { Clock } from "../../simulator/kernel/clock.ts";

/** What a transport needs of time: one timer at a time, whole milliseconds. Tests hand in a virtual clock. */
export type Timers = Pick<Clock, "after">;

/** Timers of the wall, for programs that serve somebody outside. */
export const wallTimers: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
