import { createClock } from "@sinonjs/fake-timers";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

const EVENTS = 100_000;
const ROUNDS = 7;
/** Delays of the timers, different enough that the order of the queue changes all the time. */
const delayMs = (number: number): number => 1 + ((number * 7_919) % 1_000);

/** Events a second while a number of timers wait, beside @sinonjs/fake-timers with the same load: each event arms the next. */
export function measureVirtualClock(): readonly Figure[] {
  return [10, 1_000, 10_000].flatMap((pending) => {
    const [ours = [], fakeTimers = []] = takeTurns(ROUNDS, [() => runOurs(pending), () => runFakeTimers(pending)]);
    const name = `virtual clock, ${pending} timers pending`;
    const aim = pending === 1_000 ? ">= 3" : undefined;
    return [
      figure(`${name}, of fake-timers' speed`, "ratio", ratios(fakeTimers, ours), aim),
      figure(name, "per-second", perSecond(EVENTS, ours)),
      figure("  @sinonjs/fake-timers", "per-second", perSecond(EVENTS, fakeTimers)),
    ];
  });
}

function runOurs(pending: number): number {
  const clock = new VirtualClock(0);
  let fired = 0;
  const rearm = (): void => {
    clock.after(delayMs(fired++), rearm);
  };
  for (let number = 0; number < pending; number++) clock.after(delayMs(number), rearm);
  return timeMs(() => {
    while (fired < EVENTS) clock.runNext();
  });
}

function runFakeTimers(pending: number): number {
  const clock = createClock(0);
  let fired = 0;
  const rearm = (): void => {
    clock.setTimeout(rearm, delayMs(fired++));
  };
  for (let number = 0; number < pending; number++) clock.setTimeout(rearm, delayMs(number));
  return timeMs(() => {
    while (fired < EVENTS) clock.next();
  });
}
