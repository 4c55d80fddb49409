import { describe, expect, it } from "vitest";
import { must, type Scenario, scenario } from "../../harness/scenario.ts";
import { c01 } from "../../harness/scenarios/certification/c01-face-happy-path.ts";

const checkIn = { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] } as const;

/** The compiler judges this file in `npm run check`: each marked line must be an error, or the check fails. */
const wrong: readonly Scenario[] = [
  // @ts-expect-error there is no such fault
  scenario({ ...c01, faults: [{ fault: "line-cutt" }] }),
  // @ts-expect-error the fault exists, its parameter does not
  scenario({ ...c01, faults: [{ fault: "line-cut", params: { where: "request" } }] }),
  // @ts-expect-error another fault's parameter
  scenario({ ...c01, faults: [{ fault: "line-slow", params: { at: "answer" } }] }),
  // @ts-expect-error there is no such persona
  scenario({ ...c01, steps: [{ step: "reception", visit: "V1", persona: "nobody" }] }),
  // @ts-expect-error there is no such check
  scenario({ ...c01, checks: [must("eligibility/confirmed")] }),
  // @ts-expect-error there is no such requirement
  scenario({ ...c01, requires: ["R9-99"] }),
  // @ts-expect-error there is no such reader
  scenario({ ...c01, reader: "unknown" }),
  // @ts-expect-error there is no such condition before the camera
  scenario({ ...c01, steps: [{ ...checkIn, face: "printted" }] }),
  // @ts-expect-error there is no such quality of a picture
  scenario({ ...c01, steps: [{ ...checkIn, faceScores: [{ quality: "dark" }] }] }),
];

describe("a scenario that names what does not exist", () => {
  it("does not compile: fault, parameter, persona, check, requirement, reader, face", () => {
    expect(wrong).toHaveLength(9);
  });
});
