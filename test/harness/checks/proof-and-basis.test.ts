import { describe, expect, it } from "vitest";
import { checkById } from "../../../harness/judge.ts";
import type { SubjectAct } from "../../../harness/subjects/subject.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { runOf } from "../runs.ts";
import { toldOtherwise } from "./told-otherwise.ts";

const verdictOf = (check: string, trace: Trace): string => checkById(check).judge(trace).verdict;

describe("a receipt system that is right and built differently passes", () => {
  it("calls what a stored number confirmed online, where the month has its proof", async () => {
    const { trace } = await runOf("C69");
    const online = toldOtherwise(trace, (act) =>
      act.act === "settled" && act.standing === "confirmed" ? { ...act, basis: "online" } : act,
    );
    expect(verdictOf("eligibility/consultation-card-by-month", online)).toBe("pass");
    expect(verdictOf("eligibility/old-card-by-date", online)).toBe("pass");
  });

  it("bills no branch number, and writes a symbol that is not there as an empty one", async () => {
    const { trace } = await runOf("C18");
    const billed = <T extends { readonly symbol?: string; readonly branch?: string }>({
      branch: _left,
      ...rest
    }: T) => ({
      ...rest,
      symbol: rest.symbol ?? "",
    });
    const plain = toldOtherwise(trace, (act): SubjectAct => {
      if (act.act === "billing-basis") return { ...act, insurance: billed(act.insurance) };
      if (act.act === "claimed") return { ...act, claim: { ...act.claim, insurance: billed(act.claim.insurance) } };
      return act;
    });
    expect(verdictOf("eligibility/basis-by-reason", plain)).toBe("pass");
    expect(verdictOf("claims/basis-by-rule", plain)).toBe("pass");
  });
});

describe("what is judged follows from the steps, not from what a receipt system says of itself", () => {
  it("a wrong branch number is seen, shown or claimed", async () => {
    const { trace } = await runOf("C18");
    const shown = toldOtherwise(trace, (act) =>
      act.act === "billing-basis" ? { ...act, insurance: { ...act.insurance, branch: "99" } } : act,
    );
    const claimed = toldOtherwise(trace, (act) =>
      act.act === "claimed"
        ? { ...act, claim: { ...act.claim, insurance: { ...act.claim.insurance, branch: "99" } } }
        : act,
    );
    expect(verdictOf("eligibility/basis-by-reason", shown)).toBe("fail");
    expect(verdictOf("claims/basis-by-rule", claimed)).toBe("fail");
  });

  it("a visit that stays open and is not asked again is seen without its flag", async () => {
    const { trace } = await runOf("C14@broken/forgets-recheck");
    const unflagged = toldOtherwise(trace, (act) => (act.act === "settled" ? { ...act, recheck: false } : act));
    expect(verdictOf("eligibility/open-visits-reverified", unflagged)).toBe("fail");
  });
});
