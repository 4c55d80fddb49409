import { describe, expect, it } from "vitest";
import { referenceIcs } from "../../../harness/firmware/reference-ics.ts";
import { planFor, runSuite } from "../../../harness/firmware/run-suite.ts";
import type { FirmwareSubject } from "../../../harness/firmware/subject.ts";
import { runVirtually } from "../../../harness/firmware/virtual-run.ts";
import { MINUTE_MS } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

const PIECE_BYTES = 256;

/** Firmware that says nothing but chance, a piece a millisecond, asked or not. */
function flood(clock: VirtualClock): FirmwareSubject {
  const rng = rngFromSeed(1);
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const say = (): void => {
    const piece = rng.bytes(PIECE_BYTES);
    for (const listener of listeners) listener(piece);
    clock.after(1, say);
  };
  say();
  return {
    id: "flood",
    title: { ja: "氾濫", en: "flood" },
    ics: referenceIcs,
    mode: "simulate",
    clock,
    host: { send: () => {}, onBytes: (listener) => listeners.push(listener) },
    run: async (process) => runVirtually(clock, process),
    close: async () => {},
    problem: () => undefined,
  };
}

describe("firmware that floods its line", () => {
  it("fails its checks one by one, each in little time, and nothing of ours breaks", async () => {
    const clock = new VirtualClock(0);
    const subject = flood(clock);
    const plan = planFor(subject, ["SR", "CC"]);
    const { scenarios, verdict } = await runSuite(subject, plan, 1, () => {});
    expect(scenarios.map(({ defect }) => defect)).toEqual([undefined, undefined]);
    expect(verdict).toBe("fail");
    const observed = scenarios.flatMap(({ checks }) => checks.map(({ finding }) => finding.observed.en));
    expect(observed.filter((text) => text.includes("floods the line")).length).toBeGreaterThan(plan.checks.length / 2);
    expect(clock.nowMs).toBeLessThan(MINUTE_MS);
  });
});
