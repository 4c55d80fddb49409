import { describe, expect, it } from "vitest";
import { ExchangeFolders } from "../../../devices/terminal/exchange-folder.ts";
import { referenceDecisions } from "../../../harness/subjects/decisions.ts";
import { ReceiptSystem } from "../../../harness/subjects/receipt-system.ts";
import type { SubjectAct, SubjectStep } from "../../../harness/subjects/subject.ts";
import { worldFolders } from "../../../harness/subjects/world-folders.ts";
import { civilDate, DAY_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { start } from "../../../simulator/kernel/process.ts";
import type { Claim, ClaimNotice } from "../../../simulator/neighbours/claim.ts";
import { declarationItems } from "../../../simulator/rules/declaration.ts";

const PERSON = { name: "架空　一郎", kana: "ｶｸｳ ｲﾁﾛｳ", birthdate: "19800101", sex: "1" };
const OLD = { insurerNumber: "06990014", symbol: "12", number: "1001", branch: "00", birthdate: PERSON.birthdate };
const NEW = { insurerNumber: "  990010", number: "2002", branch: "00" };
const FORM = Object.fromEntries(declarationItems.map((item) => [item, `架空の${item}`]));

/** The reference receipt system on 10 February 2026, whose clerk knows one patient by an old insurance. */
function office() {
  const clock = new VirtualClock(midnightMs(civilDate("2026-02-10")));
  const acts: SubjectAct[] = [];
  const system = new ReceiptSystem({
    folders: worldFolders(new ExchangeFolders(), () => 1),
    clock,
    facility: "9910000018",
    decisions: referenceDecisions,
    tell: (act) => acts.push(act),
  });
  const clerk = (...steps: readonly SubjectStep[]): void => {
    for (const step of steps) {
      start(system.act(step), (outcome) => {
        if ("error" in outcome) throw outcome.error;
      });
    }
  };
  clerk({ do: "know", chart: "1", person: PERSON, insurance: OLD });
  return {
    clerk,
    acts,
    days: (count: number) => clock.advanceTo(clock.nowMs + count * DAY_MS),
    claims: (): readonly Claim[] => acts.flatMap((act) => (act.act === "claimed" ? [act.claim] : [])),
    tasks: () => acts.flatMap((act) => (act.act === "task-opened" ? [act.task] : [])),
    insurer(): string | undefined {
      clerk({ do: "list-holdings" });
      const list = acts.findLast((act) => act.act === "holdings");
      return list?.act === "holdings" ? list.people[0]?.insurerNumber : undefined;
    },
  };
}

const receive = (visit: string, chart?: string): SubjectStep => ({
  do: "receive",
  visit,
  person: PERSON,
  ...(chart === undefined ? {} : { chart }),
});
const unchanged = (visit: string): SubjectStep => ({
  do: "declare",
  visit,
  items: {},
  unchanged: true,
  disaster: false,
});
const care = (visit: string, points: number): SubjectStep => ({
  do: "charge",
  visit,
  points,
  care: "outpatient",
  reachedBefore: 0,
});
const onPaper = (visit: string, ...payers: readonly string[]) =>
  payers.map((payerNumber) => ({
    do: "enter-certificate" as const,
    visit,
    certificate: { payerNumber, recipientNumber: "9000027", name: "受給者証" },
  }));
const FEBRUARY: SubjectStep = { do: "claim-month", month: "202602" };

describe("claims of the receipt system", () => {
  it("hold a day once, however often care was given on it, and days of two visits in order", () => {
    const { clerk, claims, days } = office();
    clerk(receive("V1", "1"), unchanged("V1"), care("V1", 100), care("V1", 20));
    days(2);
    clerk(receive("V2", "1"), unchanged("V2"), care("V2", 5), FEBRUARY);
    expect(claims().map((claim) => [claim.basis, claim.days])).toEqual([
      [
        "past",
        [
          { day: "20260210", points: 120 },
          { day: "20260212", points: 5 },
        ],
      ],
    ]);
  });

  it("are made once: a second run of the month finds nothing left", () => {
    const { clerk, claims } = office();
    clerk(receive("V1", "1"), unchanged("V1"), care("V1", 100), FEBRUARY, FEBRUARY);
    expect(claims()).toHaveLength(1);
  });

  it("leave care of another month alone", () => {
    const { clerk, claims } = office();
    clerk(receive("V1", "1"), unchanged("V1"), care("V1", 100), { do: "claim-month", month: "202603" });
    expect(claims()).toEqual([]);
  });

  it("bear the public expenses of the month's visits in one order, the first four of them", () => {
    const { clerk, claims, days } = office();
    clerk(receive("V1", "1"), unchanged("V1"), ...onPaper("V1", "54996012", "81990012", "88990015"), care("V1", 100));
    days(2);
    clerk(receive("V2", "1"), unchanged("V2"), ...onPaper("V2", "21996012", "15990013"), care("V2", 5), FEBRUARY);
    expect(claims().map(({ publicExpenses }) => publicExpenses.map(({ payerNumber }) => payerNumber))).toEqual([
      ["21996012", "15990013", "54996012", "81990012"],
    ]);
  });

  it("bear two certificates of one payer, each with its own number", () => {
    const { clerk, claims } = office();
    clerk(receive("V1", "1"), unchanged("V1"), ...onPaper("V1", "54996012"));
    clerk(
      ...onPaper("V1", "54996012").map((step) => ({
        ...step,
        certificate: { ...step.certificate, recipientNumber: "1" },
      })),
    );
    clerk(care("V1", 100), FEBRUARY);
    expect(claims()[0]?.publicExpenses.map(({ recipientNumber }) => recipientNumber)).toEqual(["9000027", "1"]);
  });

  it("wait for a declaration, and are made when it is there", () => {
    const { clerk, claims, tasks } = office();
    clerk(receive("V1", "1"), care("V1", 100), FEBRUARY);
    expect([claims(), tasks()]).toEqual([[], ["complete-declaration"]]);
    clerk(unchanged("V1"), FEBRUARY);
    expect(claims().map(({ basis }) => basis)).toEqual(["past"]);
  });

  it("are unknown for a patient nobody knows, and say so in the remarks", () => {
    const { clerk, claims } = office();
    clerk(
      receive("V1"),
      { do: "declare", visit: "V1", items: FORM, unchanged: false, disaster: false },
      care("V1", 100),
      FEBRUARY,
    );
    expect(claims()).toMatchObject([
      { basis: "unknown", insurance: { insurerNumber: "77777777", number: "777777777" }, days: [{ points: 100 }] },
    ]);
    expect(claims()[0]?.remarks[0]).toBe("不詳");
  });

  it("a stranger's word that nothing changed is no declaration", () => {
    const { clerk, claims, acts } = office();
    clerk(receive("V1"), unchanged("V1"), care("V1", 100), FEBRUARY);
    expect(claims()).toEqual([]);
    expect(acts.find(({ act }) => act === "declared")).toMatchObject({ form: "incomplete", missing: declarationItems });
  });
});

describe("notices on claims", () => {
  function claimed() {
    const at = office();
    at.clerk(receive("V1", "1"), unchanged("V1"), care("V1", 100), FEBRUARY);
    const [claim] = at.claims();
    if (claim === undefined) throw new RangeError("no claim was made");
    const notice = (division: ClaimNotice["division"], parts: ClaimNotice["parts"]): ClaimNotice => ({
      claim: claim.id,
      facility: claim.facility,
      month: claim.month,
      patient: claim.patient,
      division,
      wording: { ja: "", en: "" },
      billed: claim.insurance,
      parts,
    });
    return { ...at, claim, notice };
  }

  it("a transfer puts the new insurance into the chart, and once more changes nothing", () => {
    const { clerk, claim, notice, insurer } = claimed();
    const moved = notice("transfer", [{ insurance: NEW, days: claim.days }]);
    clerk({ do: "claim-notice", notice: moved }, { do: "claim-notice", notice: moved });
    expect(insurer()).toBe("  990010");
  });

  it.each(["lost-as-billed", "not-found"] as const)("%s leaves the chart as it is", (division) => {
    const { clerk, claim, notice, insurer, tasks } = claimed();
    clerk({ do: "claim-notice", notice: notice(division, [{ insurance: claim.insurance, days: claim.days }]) });
    expect(insurer()).toBe("06990014");
    expect(tasks()).toEqual(division === "not-found" ? ["ask-new-insurance"] : []);
  });

  it("a returned claim is a task", () => {
    const { clerk, notice, tasks } = claimed();
    clerk({ do: "claim-notice", notice: notice("returned", []) });
    expect(tasks()).toEqual(["correct-claim"]);
  });

  it("one for a claim nobody made is not worked in", () => {
    const { clerk, notice, acts } = claimed();
    clerk({ do: "claim-notice", notice: { ...notice("not-found", []), claim: "202602-9999" } });
    expect(acts.some(({ act }) => act === "claim-noted")).toBe(false);
  });
});
