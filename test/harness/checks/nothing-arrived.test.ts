import { describe, expect, it } from "vitest";
import type { ArmedFault } from "../../../harness/scenario.ts";
import { certificationScenarios } from "../../../harness/scenarios/certification/index.ts";
import { judgedWith } from "./habits.ts";

/** Faults that take away what a check looks at, somewhere between card and receipt system. */
const TAKING_AWAY: readonly ArmedFault[] = [
  { fault: "chip-mute" },
  { fault: "line-authentication-lost" },
  { fault: "terminal-certificate-expired" },
  { fault: "pmh-silent" },
  { fault: "claim-notice-lost" },
];

describe("a receipt system that is right", () => {
  it.each(TAKING_AWAY)("fails nothing in any scenario for want of what $fault took away", async (more) => {
    const failed: string[] = [];
    let undecided = 0;
    for (const scenario of certificationScenarios) {
      const { checks } = await judgedWith({ ...scenario, faults: [...scenario.faults, more] }, {});
      for (const { id, finding } of checks) {
        if (finding.verdict === "fail") failed.push(`${scenario.id} ${id}`);
        if (finding.verdict === "inconc") undecided++;
      }
    }
    expect(failed).toEqual([]);
    expect(undecided).toBeGreaterThan(0); // else nothing was taken away
  });
});
