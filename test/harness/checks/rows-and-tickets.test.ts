import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../../harness/catalogue.ts";
import type { TraceRef } from "../../../harness/check.ts";
import type { CheckId } from "../../../harness/checks/index.ts";
import { checkById } from "../../../harness/judge.ts";
import type { Scenario, Step } from "../../../harness/scenario.ts";
import type { SubjectAct } from "../../../harness/subjects/subject.ts";
import { judged, runOf } from "../runs.ts";
import { toldOtherwise } from "./told-otherwise.ts";

/** The verdict of a check on a run in which the receipt system reports its acts otherwise. */
async function verdict(
  check: CheckId,
  ref: TraceRef,
  other: (act: SubjectAct) => SubjectAct | undefined,
): Promise<string> {
  return checkById(check).judge(toldOtherwise((await runOf(ref)).trace, other)).verdict;
}

/** Visits are closed and never looked at again. */
const closed = (act: SubjectAct): SubjectAct => (act.act === "settled" ? { ...act, recheck: false } : act);

/** Another remark stands before those of an unknown claim with these numbers. */
const remarked =
  (insurer: string) =>
  (act: SubjectAct): SubjectAct =>
    act.act === "claimed" && act.claim.insurance.insurerNumber === insurer
      ? { ...act, claim: { ...act.claim, remarks: ["申立書あり", ...act.claim.remarks] } }
      : act;

describe("a correct receipt system that is built otherwise", () => {
  it("may list specific diseases in any order", async () => {
    const turned = (act: SubjectAct): SubjectAct =>
      act.act === "benefits" ? { ...act, diseases: act.diseases.toReversed() } : act;
    expect(await verdict("consent/benefits-as-answered", "C23", turned)).toBe("pass");
  });

  it("may let another remark stand before 不詳, unless it was a disaster", async () => {
    expect(await verdict("claims/unknown-filled", "C62", remarked("77777777"))).toBe("pass");
    expect(await verdict("claims/unknown-filled", "C62", remarked("99999999"))).toBe("fail");
  });

  it("may leave the names of officers on a ticket aside, but not the month", async () => {
    const without =
      (left: string) =>
      (act: SubjectAct): SubjectAct => {
        if (act.act !== "aid-imported") return act;
        return { ...act, ticket: Object.fromEntries(Object.entries(act.ticket).filter(([name]) => name !== left)) };
      };
    expect(await verdict("aid/ticket-as-received", "C36", without("HandlingContactName"))).toBe("pass");
    expect(await verdict("aid/ticket-as-received", "C36", without("MedicalTreatmentMonth"))).toBe("fail");
  });

  it("may close a visit on a newer insurance, or on a declaration, but not on nothing", async () => {
    expect(await verdict("eligibility/lost-not-kept", "C11", closed)).toBe("pass");
    expect(await verdict("eligibility/lost-not-kept", "C63", closed)).toBe("pass");
    expect(await verdict("eligibility/lost-not-kept", "C10", closed)).toBe("fail");
  });
});

describe("bulk inquiries in several jobs", () => {
  const lists: readonly Step[] = [
    { step: "inquire-batch", booked: [{ persona: "employee" }, { persona: "never-fed" }] },
    { step: "fetch-batch" },
    { step: "inquire-batch", booked: [{ persona: "aid-alone", by: "ticket" }] },
  ];
  const known = scenarioByName("C30").steps.filter(({ step }) => step === "known");
  const told = (...last: readonly Step[]): Scenario => ({
    ...scenarioByName("C30"),
    steps: [...known, ...lists, ...last],
  });

  it("are fetched and judged each by itself: insurance and aid need not be asked in one", async () => {
    expect((await judged(told({ step: "fetch-batch" }))).verdict).toBe("pass");
  });

  it("may be under way at the same time", async () => {
    const registers: Step = { step: "register-references", charts: ["00000301"] };
    const together = told({ step: "together", steps: [registers, { step: "fetch-batch" }] });
    expect((await judged(together)).verdict).toBe("pass");
  });

  it("count all: a row of the first job that is not flagged is found", async () => {
    const { checks } = await judged(told({ step: "fetch-batch" }), "broken/flags-no-batch-rows");
    expect(checks.map(({ id, finding }) => `${id} ${finding.verdict}`)).toContain(
      "eligibility/batch-rows-flagged fail",
    );
  });
});

describe("slips", () => {
  it("that nobody reported prove nothing, though another one without address was printed", async () => {
    const silent = (act: SubjectAct): SubjectAct | undefined =>
      act.act === "slip-printed" && act.visit === "V2" ? undefined : act;
    expect(await verdict("privacy/withheld-not-printed", "C71", silent)).toBe("inconc");
  });
});
