import { describe, expect, it } from "vitest";
import { tpduIdentity } from "../../../devices/ccid-reader/identity.ts";
import { goodDecisions } from "../../../firmware-stubs/decisions.ts";
import { referenceIdentity } from "../../../firmware-stubs/reference.ts";
import { planFor, runSuite } from "../../../harness/firmware/run-suite.ts";
import { stubSubject } from "../../../harness/firmware/stub-subject.ts";

const identities = {
  "that takes blocks": { ...tpduIdentity, maxMessageBytes: referenceIdentity.maxMessageBytes },
  "without echo": { ...referenceIdentity, echoes: false },
  "without a PIN pad": { ...referenceIdentity, pinPad: false },
  "whose messages hold a whole extended APDU": { ...referenceIdentity, maxMessageBytes: 65_548 },
};

describe("the suite is fair to other readers than the reference", () => {
  it.each(Object.entries(identities))("one %s passes every check that applies to it", async (name, identity) => {
    const subject = stubSubject("other", { ja: name, en: name }, goodDecisions, identity);
    const plan = planFor(subject);
    const record = await runSuite(subject, plan, 1, () => {});
    await subject.close();
    const failed = record.scenarios.flatMap(({ checks }) => checks.filter(({ finding }) => finding.verdict !== "pass"));
    expect(failed.map(({ id, finding }) => `${id}: ${finding.observed.en}`)).toEqual([]);
    expect(plan.checks.length).toBeGreaterThanOrEqual(40);
  });
});
