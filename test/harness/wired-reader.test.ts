import { describe, expect, it } from "vitest";
import { type ReaderModelId, readerModels } from "../../devices/ccid-reader/models.ts";
import { loopback } from "../../devices/transports/loopback.ts";
import { scenarioByName, subjectByName } from "../../harness/catalogue.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import { judge } from "../../harness/judge.ts";
import { simulate, simulateOnWire } from "../../harness/run.ts";
import { concat } from "../../simulator/kernel/bytes.ts";
import type { VirtualClock } from "../../simulator/kernel/clock.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";

/** A line whose ends remember what they heard. */
function line(clock: VirtualClock, name: string) {
  const [hostEnd, readerEnd] = loopback(clock, name);
  const pieces: Uint8Array[] = [];
  for (const end of [hostEnd, readerEnd]) end.onBytes((bytes) => pieces.push(bytes));
  return { hostEnd, readerEnd, heard: () => Buffer.from(concat(...pieces)) };
}

/** A scenario with the first reader on a wire, beside the same in process. */
async function onWire(name: string, model: ReaderModelId, front: "front" | "card alone") {
  const scenario = scenarioByName(name);
  const plan = { scenario, seed: scenario.seed, pictures: await preparePictures(scenario, scenario.seed) };
  const subject = subjectByName("reference");
  const lines: ReturnType<typeof line>[] = [];
  const wired = await simulateOnWire(
    plan,
    subject,
    (clock) => {
      const [card, screen] = [line(clock, "card"), line(clock, "front")];
      lines.push(card, screen);
      return { model: readerModels[model], ...card, ...(front === "front" ? { front: screen } : {}) };
    },
    async (clock) => clock.runUntilIdle(),
  );
  const [card, screen] = lines.map(({ heard }) => heard());
  return { wired, inProcess: simulate(plan, subject), scenario, card, screen };
}

const filesOf = (trace: Trace) => trace.on("exchange.file").map(({ atMs, message }) => ({ atMs, message }));
const screensOf = (trace: Trace) => trace.on("reader.screen").map(({ atMs, message }) => ({ atMs, message }));
const triesOf = (trace: Trace) => trace.on("camera.frame").map(({ atMs, message }) => ({ atMs, message }));

describe("a check-in with the reader at the end of a wire", () => {
  it.each([
    ["C01", "gempc-twin"],
    ["C01", "sim-contacts"],
    ["C02", "gempc-twin"],
    ["C05", "sec1210"],
  ] as const)("%s over a %s comes to the same files at the same instants as in process", async (name, model) => {
    const { wired, inProcess, scenario, screen } = await onWire(name, model, "card alone");
    expect(wired.defect).toBeUndefined();
    expect(filesOf(wired.trace)).toEqual(filesOf(inProcess.trace));
    expect(judge(scenario, wired).verdict).toBe(judge(scenario, inProcess).verdict);
    expect(screen).toHaveLength(0);
  });

  it("works by antenna as well, a little later", async () => {
    const { wired, scenario } = await onWire("C01", "sim-antenna", "front");
    expect(wired.defect).toBeUndefined();
    expect(judge(scenario, wired).verdict).toBe("pass");
  });
});

describe("a check-in with screen, keys and camera at the end of a line as well", () => {
  it.each(["C01", "C02", "C03", "F08", "F11", "F12", "F16", "F23"])(
    "%s comes to the same screens, tries, files and verdict at the same instants as in process",
    async (name) => {
      const { wired, inProcess, scenario } = await onWire(name, "sim-contacts", "front");
      expect(wired.defect).toBeUndefined();
      expect(screensOf(wired.trace)).toEqual(screensOf(inProcess.trace));
      expect(triesOf(wired.trace)).toEqual(triesOf(inProcess.trace));
      expect(filesOf(wired.trace)).toEqual(filesOf(inProcess.trace));
      expect(judge(scenario, wired).verdict).toBe(judge(scenario, inProcess).verdict);
    },
  );

  it("has the digits of a PIN on that line and not in the trace", async () => {
    const { wired, screen } = await onWire("F08", "sim-contacts", "front");
    const typed = [...(screen?.toString("latin1") ?? "").matchAll(/"digits":("\d{4}")/g)].map(
      ([, digits = ""]) => digits,
    );
    expect(typed.length).toBeGreaterThan(5);
    const kept = JSON.stringify(wired.trace.crossings);
    expect(typed.filter((digits) => kept.includes(digits))).toEqual([]);
    expect(wired.trace.on("reader.screen").some(({ marks }) => marks?.includes("pin"))).toBe(true);
  });
});
