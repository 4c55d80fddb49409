import type { VirtualClock } from "../simulator/kernel/clock.ts";
import { Defect } from "../simulator/kernel/errors.ts";

/**
 * Runs a world until nothing waits, and only while nothing outside it is under way, so that the wall's time never shows in
 * it. `pause` is asked before every event: a promise of when to ask again, or undefined when all is still; what it throws
 * ends the run. A world that makes more than `maxEvents` turns in a circle.
 */
export async function runWhenStill(
  clock: VirtualClock,
  maxEvents: number,
  pause: () => Promise<void> | undefined,
): Promise<void> {
  for (let events = 0; events < maxEvents; events++) {
    const paused = pause();
    if (paused !== undefined) await paused;
    else if (!clock.runNext()) return;
  }
  throw new Defect(`the world did not come to rest within ${maxEvents} events`);
}
