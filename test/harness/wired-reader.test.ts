import { describe, expect, it } from "vitest";
import { type ReaderModelId, readerModels } from "../../devices/ccid-reader/models.ts";
import { loopback } from "../../devices/transports/loopback.ts";
import { scenarioByName, subjectByName } from "../../harness/catalogue.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import { judge } from "../../harness/judge.ts";
import { simulate, simulateOnWire } from "../../harness/run.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";

async function onWire(name: string, model: ReaderModelId) {
  const scenario = scenarioByName(name);
  const plan = { scenario, seed: scenario.seed, pictures: await preparePictures(scenario, scenario.seed) };
  const run = await simulateOnWire(
    plan,
    subjectByName("reference"),
    (clock) => {
      const [hostEnd, readerEnd] = loopback(clock, "wire");
      return { model: readerModels[model], hostEnd, readerEnd };
    },
    async (clock) => clock.runUntilIdle(),
  );
  return { wired: run, inProcess: simulate(plan, subjectByName("reference")), scenario };
}

const filesOf = (trace: Trace) => trace.on("exchange.file").map(({ atMs, message }) => ({ atMs, message }));

describe("a check-in with the reader at the end of a wire", () => {
  it.each([
    ["C01", "gempc-twin"],
    ["C01", "sim-contacts"],
    ["C02", "gempc-twin"],
    ["C05", "sec1210"],
  ] as const)("%s over a %s comes to the same files at the same instants as in process", async (name, model) => {
    const { wired, inProcess, scenario } = await onWire(name, model);
    expect(wired.defect).toBeUndefined();
    expect(filesOf(wired.trace)).toEqual(filesOf(inProcess.trace));
    expect(judge(scenario, wired).verdict).toBe(judge(scenario, inProcess).verdict);
  });

  it("works by antenna as well, a little later", async () => {
    const { wired, scenario } = await onWire("C01", "sim-antenna");
    expect(wired.defect).toBeUndefined();
    expect(judge(scenario, wired).verdict).toBe("pass");
  });
});
