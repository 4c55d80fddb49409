import { type FirmwareDecisions, goodDecisions } from "../../../firmware-stubs/decisions.ts";
import type { Mutant } from "../../../firmware-stubs/mutant.ts";
import { planFor, runSuite } from "../../../harness/firmware/run-suite.ts";
import { stubSubject } from "../../../harness/firmware/stub-subject.ts";

/** Runs the whole suite against firmware of ours; ids of the checks that did not pass, sorted. */
export async function failuresOf(id: string, decisions: FirmwareDecisions): Promise<readonly string[]> {
  const subject = stubSubject(id, { ja: id, en: id }, decisions);
  const record = await runSuite(subject, planFor(subject), 1, () => {});
  await subject.close();
  for (const { defect } of record.scenarios) if (defect !== undefined) throw new Error(defect);
  return record.scenarios
    .flatMap(({ checks }) => checks)
    .filter(({ finding }) => finding.verdict !== "pass")
    .map((check) => check.id)
    .sort();
}

/** How a mutant fared against what it says of itself: both lists are empty where it tells the truth. */
export async function judged({ id, slip, caughtBy, alsoCaughtBy = {} }: Mutant): Promise<{
  readonly missedBy: readonly string[];
  readonly alsoCaughtBy: readonly string[];
}> {
  const failures = await failuresOf(id, slip(goodDecisions));
  const expected = [caughtBy, ...Object.keys(alsoCaughtBy)];
  return {
    missedBy: expected.filter((check) => !failures.includes(check)),
    alsoCaughtBy: failures.filter((check) => !expected.includes(check)),
  };
}
