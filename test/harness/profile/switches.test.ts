import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../../harness/catalogue.ts";
import { readProfile } from "../../../harness/profile/profile-reading.ts";
import { leastLengths } from "../../../harness/profile/text-lengths.ts";
import { simulate } from "../../../harness/run.ts";
import { reference } from "../../../harness/subjects/reference.ts";
import { writeTraceFile } from "../../../harness/trace-file.ts";
import { judged, picturesFor } from "../runs.ts";

/** A check-in, an inquiry, a batch, a PDF and XML of medical information, an aid ticket and a subsidy. */
const scenarios = ["C01", "C07", "C24", "C30", "C36", "C46"] as const;

/** One switch each, as a user writes it; the last one all together. */
const switches = [
  "zip: { encrypt: ['*'], password: mitsudomoe }",
  "zip: { encrypt: ['*'], plain: [], password: mitsudomoe }",
  "zip: { bulk: zip }",
  "result: { encoding: Shift_JIS }",
  "result: { encoding: as-request }",
  "result: { order: hash }",
  "result: { order: paper }",
  "result: { optionals: empty }",
  "write: { style: rename }",
  "write: { style: locked }",
  "delay: { style: spread }",
  "share: { case: exact }",
  "poll: { ms: 0 }",
  "err: { accept: strict }",
  "err: { accept: lenient }",
  "yzk: { result: { refused: '9' } }",
  "face: { key: true }",
  `len: ${JSON.stringify(Object.fromEntries(leastLengths))}`,
  "{ result: { encoding: Shift_JIS, order: hash, optionals: empty }, write: { style: locked, ms: 300 }, delay: { style: spread }, zip: { encrypt: ['*'], plain: [], password: mitsudomoe, bulk: zip } }",
] as const;

describe("the reference receipt system passes under each switch", () => {
  it.each(switches)("%s", async (written) => {
    const profile = readProfile(written);
    const records = await Promise.all(scenarios.map((id) => judged({ ...scenarioByName(id), profile })));
    expect(records.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(scenarios.map((id) => `${id} pass`));
  });
});

describe("a receipt system whose files travel encrypted", () => {
  const profile = readProfile("zip: { encrypt: ['*'], plain: [], password: mitsudomoe }");
  const files = async (id: string) => {
    const scenario = { ...scenarioByName(id), profile };
    const { trace } = simulate(
      { scenario, seed: scenario.seed, pictures: await picturesFor(scenario, scenario.seed) },
      reference,
    );
    return { trace, written: trace.on("exchange.file").filter(({ message }) => message.change === "written") };
  };

  it("writes zips and takes zips, and the password stands nowhere in the trace", async () => {
    const { trace, written } = await files("C07");
    expect(written.map(({ message }) => [message.folder, message.name.split(".")[1], message.packed])).toEqual([
      ["req", "zip", true],
      ["res", "zip", true],
    ]);
    expect(writeTraceFile(trace)).not.toContain("mitsudomoe");
  });

  it("is given spoilt texts inside of zips, and keeps them", async () => {
    const { verdict } = await judged({ ...scenarioByName("C57"), profile });
    expect(verdict).toBe("pass");
  });
});

describe("an answer later than a clerk waits at the counter", () => {
  it("still belongs to the batch it was asked for", async () => {
    const profile = readProfile(
      "{ result: { encoding: Shift_JIS, order: hash, optionals: empty }, write: { style: locked, ms: 300 }, delay: { style: spread } }",
    );
    const { verdict } = await judged({ ...scenarioByName("C32"), seed: 6, profile });
    expect(verdict).toBe("pass");
  });
});
