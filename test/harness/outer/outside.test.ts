import { describe, expect, it } from "vitest";
import { Outside } from "../../../harness/outer/outside.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, sleep, start } from "../../../simulator/kernel/process.ts";

/** An answer that comes when it is given. */
const later = <T>() => Promise.withResolvers<T>();

describe("a world that asks outside", () => {
  it("stands still while a question is under way, and jumps otherwise", async () => {
    const clock = new VirtualClock(0);
    const outside = new Outside();
    const answer = later<string>();
    const log: string[] = [];
    function* asker(): Process<void> {
      yield* sleep(clock, 1_000);
      log.push(`${clock.nowMs} ${yield* outside.ask(() => answer.promise)}`);
      yield* sleep(clock, 5_000);
      log.push(`${clock.nowMs} end`);
    }
    clock.after(1_001, () => log.push("another part of the world"));
    start(asker(), () => {});
    const running = outside.run(clock);
    await Promise.resolve();
    expect(clock.nowMs).toBe(1_000);
    answer.resolve("answered");
    await running;
    expect(log).toEqual(["1000 answered", "another part of the world", "6000 end"]);
  });

  it("asks several things one after another, and at the same time", async () => {
    const clock = new VirtualClock(0);
    const outside = new Outside();
    const heard: number[] = [];
    function* asker(from: number): Process<void> {
      for (let n = from; n < from + 3; n++) heard.push(yield* outside.ask(async () => n));
    }
    start(asker(0), () => {});
    start(asker(10), () => {});
    await outside.run(clock);
    expect(heard.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 10, 11, 12]);
  });

  it("hears of a question that failed where it was asked", async () => {
    const outside = new Outside();
    let error: unknown;
    start(
      outside.ask(() => Promise.reject(new Error("broken"))),
      (outcome) => {
        error = "error" in outcome ? outcome.error : undefined;
      },
    );
    await outside.run(new VirtualClock(0));
    expect(error).toEqual(new Error("broken"));
  });

  it("ends with the reason it was stopped with, and nobody goes on", async () => {
    const clock = new VirtualClock(0);
    const outside = new Outside();
    let wentOn = false;
    clock.after(1, () => {
      wentOn = true;
    });
    start(outside.stop(new Error("no card")), () => {
      wentOn = true;
    });
    await expect(outside.run(clock)).rejects.toThrow("no card");
    expect(wentOn).toBe(false);
  });
});
