import { describe, expect, it } from "vitest";
import { claimExpensesInOrder } from "../../harness/checks/claims/expenses-in-order.ts";
import type { SubjectAct } from "../../harness/subjects/subject.ts";
import { toldOtherwise } from "./checks/told-otherwise.ts";
import { runOf } from "./runs.ts";

const of = (payerNumber: string) => ({ payerNumber, recipientNumber: "0000018" });

/** C48 as a receipt system reports it that lists these payers for its visits and puts these on the claim. */
async function reported(visits: Readonly<Record<string, readonly string[]>>, claimed: readonly string[]) {
  const { trace } = await runOf("C48");
  const told = (act: SubjectAct): SubjectAct => {
    if (act.act === "payers") return { ...act, expenses: (visits[act.visit] ?? []).map(of) };
    return act.act === "claimed" ? { ...act, claim: { ...act.claim, publicExpenses: claimed.map(of) } } : act;
  };
  return claimExpensesInOrder.judge(toldOtherwise(trace, told)).verdict;
}

const [MENTAL, REHABILITATION, NANBYO] = ["21996012", "15990013", "54996012"];
const [LOCAL, OTHER_LOCAL] = ["81990012", "88990015"];
const FEW = { V1: [LOCAL, OTHER_LOCAL], V2: [MENTAL, NANBYO] };
const MANY = { V1: [LOCAL, OTHER_LOCAL], V2: [MENTAL, REHABILITATION, NANBYO] };

describe("public expenses on the claim of a month (eligibility-rules.md §10.2)", () => {
  it.each([
    ["local schemes in the order they came", FEW, [MENTAL, NANBYO, LOCAL, OTHER_LOCAL]],
    ["local schemes in another order", FEW, [MENTAL, NANBYO, OTHER_LOCAL, LOCAL]],
    ["of five the first four", MANY, [MENTAL, REHABILITATION, NANBYO, LOCAL]],
    ["of two local schemes the other as fourth", MANY, [MENTAL, REHABILITATION, NANBYO, OTHER_LOCAL]],
  ])("are right with %s", async (_title, visits, claimed) => {
    expect(await reported(visits, claimed)).toBe("pass");
  });

  it.each([
    ["a local scheme before a national one", FEW, [LOCAL, MENTAL, NANBYO, OTHER_LOCAL]],
    ["one of a visit left out", FEW, [MENTAL, NANBYO, LOCAL]],
    ["none at all", FEW, []],
    ["all five", MANY, [MENTAL, REHABILITATION, NANBYO, LOCAL, OTHER_LOCAL]],
    ["four that are not the first", MANY, [MENTAL, NANBYO, LOCAL, OTHER_LOCAL]],
  ])("are wrong with %s", async (_title, visits, claimed) => {
    expect(await reported(visits, claimed)).toBe("fail");
  });

  it("one expense has no order to be in", async () => {
    expect(await reported({ V1: [LOCAL], V2: [] }, [LOCAL])).toBe("inconc");
  });
});
