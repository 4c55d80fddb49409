import { describe, expect, it } from "vitest";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";

describe("the virtual clock", () => {
  it("runs events in order of instant, equal instants in the order they were asked for", () => {
    const clock = new VirtualClock(1_000);
    const seen: string[] = [];
    clock.after(20, () => seen.push("b"));
    clock.after(10, () => seen.push("a"));
    clock.after(20, () => seen.push("c"));
    clock.runUntilIdle();
    expect(seen).toEqual(["a", "b", "c"]);
    expect(clock.nowMs).toBe(1_020);
  });

  it("does not run what was cancelled, and does not count it as waiting", () => {
    const clock = new VirtualClock(0);
    const cancel = clock.after(5, () => expect.unreachable());
    cancel();
    cancel();
    expect(clock.pending).toBe(0);
    expect(clock.nextAtMs).toBeUndefined();
    clock.runUntilIdle();
    expect(clock.nowMs).toBe(0);
  });

  it("advances to an instant and runs what is due on the way, the instant included", () => {
    const clock = new VirtualClock(0);
    const seen: number[] = [];
    for (const at of [5, 10, 11]) clock.after(at, () => seen.push(clock.nowMs));
    clock.advanceTo(10);
    expect(seen).toEqual([5, 10]);
    expect(clock.nowMs).toBe(10);
    expect(() => clock.advanceTo(9)).toThrow(/backwards/);
  });

  it("does in passing what nobody waits for, in its place, and does not go on for its sake", () => {
    const clock = new VirtualClock(0);
    const seen: string[] = [];
    clock.inPassing(5, () => seen.push("passing 5"));
    clock.inPassing(30, () => seen.push("passing 30"));
    clock.inPassing(7, () => expect.unreachable())();
    clock.after(5, () => seen.push("waited 5"));
    clock.after(10, () => seen.push("waited 10"));
    clock.runUntilIdle();
    expect([seen, clock.nowMs, clock.pending]).toEqual([["passing 5", "waited 5", "waited 10"], 10, 0]);
    clock.skewed(1_000).inPassing(20, () => clock.after(3, () => seen.push("after passing")));
    clock.advanceTo(100);
    expect(seen.slice(3)).toEqual(["passing 30", "after passing"]);
    expect(clock.nowMs).toBe(100);
  });

  it("shows a skewed part another time and the same durations", () => {
    const clock = new VirtualClock(0);
    const late = clock.skewed(-60_000).skewed(1_000);
    let firedAt = -1;
    late.after(100, () => {
      firedAt = clock.nowMs;
    });
    clock.runUntilIdle();
    expect(late.nowMs).toBe(100 - 59_000);
    expect(firedAt).toBe(100);
  });

  it("refuses delays that are no whole milliseconds from now on, and worlds that never rest", () => {
    const clock = new VirtualClock(0);
    expect(() => clock.after(-1, () => undefined)).toThrow(/delay/);
    expect(() => clock.after(0.5, () => undefined)).toThrow(/delay/);
    const again = (): void => {
      clock.after(1, again);
    };
    again();
    expect(() => clock.runUntilIdle(100)).toThrow(/did not come to rest/);
  });
});
