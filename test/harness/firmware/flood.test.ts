import { describe, expect, it } from "vitest";
import { encodeBenchMessage } from "../../../devices/bench-port/frame.ts";
import { logLine, screenShows } from "../../../devices/bench-port/writer.ts";
import { referenceIcs } from "../../../harness/firmware/reference-ics.ts";
import { planFor, runSuite } from "../../../harness/firmware/run-suite.ts";
import type { FirmwareSubject, SubjectLine } from "../../../harness/firmware/subject.ts";
import { runVirtually } from "../../../harness/firmware/virtual-run.ts";
import { concat } from "../../../simulator/kernel/bytes.ts";
import { MINUTE_MS } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

const PIECE_BYTES = 256;

/** Firmware that floods one of its lines, a piece a millisecond, asked or not. */
function flood(clock: VirtualClock, floods: "host" | "bench", piece: () => Uint8Array): FirmwareSubject {
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const say = (): void => {
    const said = piece();
    for (const listener of listeners) listener(said);
    clock.after(1, say);
  };
  say();
  const flooded: SubjectLine = { send: () => {}, onBytes: (listener) => listeners.push(listener) };
  const quiet: SubjectLine = { send: () => {}, onBytes: () => {} };
  return {
    id: "flood",
    title: { ja: "氾濫", en: "flood" },
    ics: referenceIcs,
    mode: "simulate",
    clock,
    host: floods === "host" ? flooded : quiet,
    ...(floods === "bench" ? { bench: flooded } : {}),
    run: async (process) => runVirtually(clock, process),
    close: async () => {},
    problem: () => undefined,
  };
}

describe("firmware that floods its line", () => {
  it("fails its checks one by one, each in little time, and nothing of ours breaks", async () => {
    const clock = new VirtualClock(0);
    const rng = rngFromSeed(1);
    const subject = flood(clock, "host", () => rng.bytes(PIECE_BYTES));
    const plan = planFor(subject, ["SR", "CC"]);
    const { scenarios, verdict } = await runSuite(subject, plan, 1, () => {});
    expect(scenarios.map(({ defect }) => defect)).toEqual([undefined, undefined]);
    expect(verdict).toBe("fail");
    const observed = scenarios.flatMap(({ checks }) => checks.map(({ finding }) => finding.observed.en));
    expect(observed.filter((text) => text.includes("floods the line")).length).toBeGreaterThan(plan.checks.length / 2);
    expect(clock.nowMs).toBeLessThan(MINUTE_MS);
  });

  it.each([
    ["screen", screenShows("SIM")],
    ["log", logLine("SIM")],
  ])("fails its checks when it is the %s that never rests", async (_what, message) => {
    const clock = new VirtualClock(0);
    const piece = concat(...Array.from({ length: 500 }, () => encodeBenchMessage(message)));
    const subject = flood(clock, "bench", () => piece);
    const { scenarios } = await runSuite(subject, planFor(subject, ["HU"]), 1, () => {});
    expect(scenarios.map(({ defect, verdict }) => [defect, verdict])).toEqual([[undefined, "fail"]]);
    const observed = scenarios.flatMap(({ checks }) => checks.map(({ finding }) => finding.observed.en));
    expect(observed).toContain("the firmware floods the bench port");
  });
});
