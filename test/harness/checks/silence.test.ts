import { describe, expect, it } from "vitest";
import type { CheckId } from "../../../harness/checks/index.ts";
import { checkById } from "../../../harness/judge.ts";
import type { SubjectAct } from "../../../harness/subjects/subject.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { runOf } from "../runs.ts";
import { toldOtherwise } from "./told-otherwise.ts";

/** The last act of a kind is never reported; about one visit, where that is given. */
function withoutLast(trace: Trace, kind: SubjectAct["act"], visit?: string): Trace {
  const last = trace
    .on("subject.act")
    .findLast(
      ({ message }) => message.act === kind && (visit === undefined || ("visit" in message && message.visit === visit)),
    );
  return toldOtherwise(trace, (act) => (act === last?.message ? undefined : act));
}

describe("what was never reported proves nothing (docs/live.md)", () => {
  it.each<[CheckId, string, SubjectAct["act"], visit?: string]>([
    ["eligibility/consultation-card-by-month", "C69", "settled"],
    ["eligibility/old-card-by-date", "C70", "settled"],
    ["eligibility/basis-by-reason", "C18", "billing-basis"],
    ["eligibility/confirmed-by-answer", "C10", "settled"],
    ["eligibility/nobody-found-falls-back", "C13", "settled"],
    ["eligibility/nobody-found-falls-back", "C62", "asked"],
    ["eligibility/lost-not-kept", "C10", "holdings"],
    ["claims/record-as-told", "C64", "holdings"],
    ["charge/share-as-owed", "C19", "charged"],
    ["consent/benefits-as-answered", "C22", "benefits"],
    ["charge/contradiction-stops-cap", "C21", "charged", "V1"],
  ])("%s is inconclusive in %s where one act is missing: %s", async (id, scenario, act, visit) => {
    const { trace } = await runOf(scenario);
    expect(checkById(id).judge(trace).verdict).toBe("pass");
    expect(checkById(id).judge(withoutLast(trace, act, visit)).verdict).toBe("inconc");
  });
});
