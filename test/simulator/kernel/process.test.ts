import { describe, expect, it } from "vitest";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { all, Mailbox, type Process, sleep, start, withDeadline } from "../../../simulator/kernel/process.ts";

function run<T>(clock: VirtualClock, process: Process<T>): T {
  const results: { value?: T; error?: unknown }[] = [];
  start(process, (outcome) => results.push(outcome));
  clock.runUntilIdle();
  const [result] = results;
  if (result === undefined) throw new Error("the process did not end");
  if ("error" in result) throw result.error;
  return result.value as T;
}

describe("processes", () => {
  it("sleep as long as they say, on the virtual clock", () => {
    const clock = new VirtualClock(0);
    const ended = run(
      clock,
      (function* () {
        yield* sleep(clock, 40);
        yield* sleep(clock, 2);
        return clock.nowMs;
      })(),
    );
    expect(ended).toBe(42);
  });

  it("run side by side and give their results in the order given", () => {
    const clock = new VirtualClock(0);
    const one = function* (ms: number): Process<number> {
      yield* sleep(clock, ms);
      return ms;
    };
    expect(run(clock, all([one(30), one(10), one(20)]))).toEqual([30, 10, 20]);
    expect(clock.nowMs).toBe(30);
    expect(run(clock, all([]))).toEqual([]);
  });

  it("hand an error to whoever waits for them", () => {
    const clock = new VirtualClock(0);
    const failing = function* (): Process<never> {
      yield* sleep(clock, 1);
      throw new Error("broken");
    };
    expect(() => run(clock, all([failing()]))).toThrow("broken");
    expect(() => run(clock, withDeadline(clock, failing(), 10))).toThrow("broken");
  });

  it("are abandoned at their deadline and leave no timer behind", () => {
    const clock = new VirtualClock(0);
    const slow = function* (): Process<string> {
      yield* sleep(clock, 1_000);
      return "late";
    };
    expect(run(clock, withDeadline(clock, slow(), 10))).toBeUndefined();
    expect(clock.nowMs).toBe(10);
    expect(run(clock, withDeadline(clock, slow(), 2_000))).toBe("late");
    expect(clock.pending).toBe(0);
  });

  it("wait at a mailbox until something comes or time is over", () => {
    const clock = new VirtualClock(0);
    const box = new Mailbox<string>(2);
    clock.after(5, () => box.put("first"));
    expect(run(clock, box.take(clock, 100))).toBe("first");
    expect(clock.nowMs).toBe(5); // the timer of the wait does not keep the world awake
    expect(run(clock, box.take(clock, 100))).toBeUndefined();
    box.put("a");
    box.put("b");
    expect(() => box.put("c")).toThrow(/overflowed/);
    expect(run(clock, box.take(clock))).toBe("a");
  });

  it("resume from inside their own wait without growing the stack", () => {
    const clock = new VirtualClock(0);
    const eager = function* (): Process<number> {
      let count = 0;
      for (; count < 100_000; count++) {
        yield (resume) => {
          resume();
          return () => undefined;
        };
      }
      return count;
    };
    expect(run(clock, eager())).toBe(100_000);
  });
});
