import { describe, expect, it } from "vitest";
import { Turn } from "../../../devices/ccid-reader/turn.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, sleep, start } from "../../../simulator/kernel/process.ts";

describe("a turn", () => {
  const done: string[] = [];
  function* work(clock: VirtualClock, name: string): Process<void> {
    yield* sleep(clock, 10);
    done.push(name);
  }

  it("goes to those that wait in the order they came, past one that gave up waiting", () => {
    const clock = new VirtualClock(0);
    const turn = new Turn(clock);
    const begin = (name: string) =>
      start(
        turn.take(() => work(clock, name)),
        () => {},
      );
    begin("first");
    const giveUp = begin("second");
    begin("third");
    giveUp();
    clock.runUntilIdle();
    expect(done).toEqual(["first", "third"]);
    expect(turn.isTaken).toBe(false);
  });
});
