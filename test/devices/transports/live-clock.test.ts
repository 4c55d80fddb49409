import { describe, expect, it } from "vitest";
import { LiveClock } from "../../../devices/transports/live-clock.ts";

/** The next turn of node's loop. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

describe("the wall's time as a clock", () => {
  it("runs what has no delay in the next turn, in the order it was asked for: no card is slowed down by a millisecond", async () => {
    const clock = new LiveClock(0, () => 0);
    const ran: string[] = [];
    clock.after(0, () => {
      ran.push("first");
      clock.after(0, () => ran.push("asked for later"));
    });
    const cancel = clock.after(0, () => ran.push("taken back"));
    clock.after(0, () => ran.push("second"));
    cancel();
    expect(ran).toEqual([]);
    await turn();
    expect(ran).toEqual(["first", "second"]);
    await turn();
    expect(ran).toEqual(["first", "second", "asked for later"]);
  });

  it("tells whole milliseconds of the wall since it was set, and the same to a clock that is wrong", () => {
    let wallMs = 5;
    const clock = new LiveClock(1_000, () => wallMs);
    wallMs = 7.9;
    expect(clock.nowMs).toBe(1_002);
    expect(clock.skewed(-60_000).nowMs).toBe(1_002 - 60_000);
  });
});
