import { describe, expect, it } from "vitest";
import type { PcscMutant } from "../../../firmware-stubs/mutant.ts";
import { goodPcscDecisions, type PcscDecisions } from "../../../firmware-stubs/pcsc-decisions.ts";
import { pcscMutants } from "../../../firmware-stubs/pcsc-mutants/index.ts";
import { badTck } from "../../../firmware-stubs/pcsc-mutants/m-pc-01-bad-tck.ts";
import { pcscStubSubject } from "../../../harness/firmware/pcsc-stub.ts";
import { planFor, runSuite } from "../../../harness/firmware/run-suite.ts";

/** Runs set PC against a reader of ours; the record, and ids of the checks that did not pass. */
async function judgedBy(decisions: PcscDecisions) {
  const subject = pcscStubSubject("stub", { ja: "模擬", en: "stub" }, decisions);
  const record = await runSuite(subject, planFor(subject), 1, () => {});
  await subject.close();
  for (const { defect } of record.scenarios) if (defect !== undefined) throw new Error(defect);
  const checks = record.scenarios.flatMap((set) => set.checks);
  return { record, failed: checks.filter(({ finding }) => finding.verdict !== "pass").map(({ id }) => id) };
}

const expectedOf = ({ caughtBy, alsoCaughtBy = {} }: PcscMutant): readonly string[] =>
  [caughtBy, ...Object.keys(alsoCaughtBy)].toSorted();

describe("the kill matrix of set PC", () => {
  it("holds for a good reader, which passes every check", async () => {
    const { record, failed } = await judgedBy(goodPcscDecisions);
    expect(failed).toEqual([]);
    expect(record.verdict).toBe("pass");
    expect(record.scenarios.map(({ id }) => id)).toEqual(["PC"]);
  });

  it.each(pcscMutants)("$id $title.en: caught by $caughtBy and by no other check", async (mutant) => {
    const { failed } = await judgedBy(mutant.slip(goodPcscDecisions));
    expect(failed.toSorted()).toEqual(expectedOf(mutant));
  });

  it("can fail: a canary without a slip is missed", async () => {
    const harmless = { ...badTck, slip: (good: PcscDecisions) => good };
    const { failed } = await judgedBy(harmless.slip(goodPcscDecisions));
    expect(failed).not.toEqual(expectedOf(harmless));
  });

  it("keeps every APDU as evidence, and sends none that shows a PIN or asks for tries", async () => {
    const { record } = await judgedBy(goodPcscDecisions);
    const sent = record.scenarios.flatMap(({ trace }) =>
      trace.on("reader.bytes").flatMap(({ message }) => (message.from === "harness" ? [message.hex] : [])),
    );
    expect(sent.length).toBeGreaterThan(10);
    for (const command of sent) expect(command).toMatch(/^(00A4|00B0|FFCA)/);
  });
});
