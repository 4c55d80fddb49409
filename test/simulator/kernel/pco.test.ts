import { describe, expect, it } from "vitest";
import "../../../devices/readers/camera.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import {
  type AnyObservation,
  type Interceptor,
  type Live,
  type Passage,
  Switchboard,
} from "../../../simulator/kernel/pco.ts";
import { start } from "../../../simulator/kernel/process.ts";

type Frame = Live<"camera.frame">;
const frame: Frame = { reader: "R1", attempt: 0, score: 700, threshold: 600, live: 900, quality: "good" };

function cross(interceptors: readonly Interceptor<Frame>[]): {
  passage: Passage<Frame>;
  seen: AnyObservation[];
  nowMs: number;
} {
  const clock = new VirtualClock(0);
  const seen: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => seen.push(observation));
  for (const [index, interceptor] of interceptors.entries()) board.arm("camera.frame", `fault-${index}`, interceptor);
  const passages: Passage<Frame>[] = [];
  start(board.strand().cross("camera.frame", frame), (outcome) => {
    if ("value" in outcome) passages.push(outcome.value);
  });
  clock.runUntilIdle();
  const [passage] = passages;
  if (passage === undefined) throw new Error("the message did not cross");
  return { passage, seen, nowMs: clock.nowMs };
}

describe("points of control and observation", () => {
  it("let a message pass untouched and observe it when nothing is armed", () => {
    const { passage, seen } = cross([]);
    expect(passage.delivered).toEqual([frame]);
    expect(seen.map(({ fate, by }) => [fate, by])).toEqual([["passed", []]]);
  });

  it.each<[string, Interceptor<Frame>, number, string, number]>([
    ["pass, changed", (message) => ({ pass: { ...message, score: 1 } }), 1, "changed", 0],
    ["pass, as it is", (message) => ({ pass: message }), 1, "passed", 0],
    ["delay", (message) => ({ delay: message, ms: 250 }), 1, "delayed", 250],
    ["repeat", (message) => ({ repeat: message, times: 3 }), 3, "repeated", 0],
    ["drop", () => ({ drop: true }), 0, "dropped", 0],
    ["sever", () => ({ sever: "cable" }), 0, "severed", 0],
  ])("know the outcome %s", (_title, interceptor, copies, fate, delayMs) => {
    const { passage, seen, nowMs } = cross([interceptor]);
    expect(passage.delivered.length).toBe(copies);
    expect(seen.map((observation) => observation.fate)).toEqual([fate]);
    expect(seen[0]?.by).toEqual(fate === "passed" ? [] : ["fault-0"]);
    expect(nowMs).toBe(delayMs);
    expect(passage.severed).toBe(fate === "severed" ? "cable" : undefined);
  });

  it("apply faults in the order they were armed and name all that laid hands on it", () => {
    const { passage, seen } = cross([
      (message) => ({ pass: { ...message, score: message.score + 1 } }),
      (message) => ({ pass: { ...message, score: message.score * 2 } }),
    ]);
    expect(passage.delivered[0]?.score).toBe(1_402);
    expect(seen[0]?.by).toEqual(["fault-0", "fault-1"]);
  });

  it("chain causes along a strand, and start anew on a fork", () => {
    const clock = new VirtualClock(0);
    const causes: (number | undefined)[] = [];
    const board = new Switchboard(clock, (observation) => causes.push(observation.cause));
    const strand = board.strand();
    strand.note("camera.frame", frame);
    strand.note("camera.frame", frame);
    strand.fork(1).note("camera.frame", frame);
    strand.fork().note("camera.frame", frame);
    expect(causes).toEqual([undefined, 1, 1, 2]);
  });

  it("forget a fault that was repaired", () => {
    const clock = new VirtualClock(0);
    const fates: string[] = [];
    const board = new Switchboard(clock, ({ fate }) => fates.push(fate));
    const repair = board.arm("camera.frame", "drop", () => ({ drop: true }));
    for (const step of [() => undefined, repair]) {
      step();
      start(board.strand().cross("camera.frame", frame), () => undefined);
    }
    expect(fates).toEqual(["dropped", "passed"]);
  });
});
