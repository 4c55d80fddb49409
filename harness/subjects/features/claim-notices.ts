import {
  type CareDay,
  type ClaimNotice,
  type ClaimPart,
  insuranceName,
  pointsOf,
} from "../../../simulator/neighbours/claim.ts";
import type { CareEntry } from "../billing-book.ts";
import { openTask } from "./charge.ts";
import { type Feature, handler, type Office } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** A notice 資格確認結果連絡書 came with the monthly statement; the clerk works it in. */
    readonly "claim-notice": { readonly notice: ClaimNotice };
  }
  interface SubjectActs {
    /** A notice was worked in: what the records say of the claim now. */
    readonly "claim-noted": {
      readonly claim: string;
      readonly division: ClaimNotice["division"];
      /** The review body moves points; the patient's share of each part is the receipt system's own (§9.2 invariants, A). */
      readonly parts: readonly {
        readonly insurerNumber: string;
        readonly points: number;
        readonly shareYen: number;
      }[];
    };
  }
}

/** Notices of the review body: what it moved, and what it could not (eligibility-rules.md §9.2). */
export const claimNotices: Feature = {
  handlers: handler("claim-notice", function* ({ notice }, office) {
    const entry = office.billing.claims.get(notice.claim);
    if (entry === undefined || !office.decisions.takesNotices) return;
    const { division, parts } = notice;
    const stays = division === "lost-as-billed" || division === "not-found";
    if (division === "transfer" || division === "split") storeLatest(entry.chart, notice, office);
    if (stays && office.decisions.dropsBilled) forget(entry.chart, office);
    if (division === "not-found") openTask("ask-new-insurance", { claim: notice.claim }, office);
    if (division === "returned") openTask("correct-claim", { claim: notice.claim }, office);
    office.tell({
      act: "claim-noted",
      claim: notice.claim,
      division,
      parts: parts.map(({ insurance, days }) => ({
        insurerNumber: insurance.insurerNumber,
        points: pointsOf(days),
        shareYen: shareOf(days, entry.entries),
      })),
    });
    yield* [];
  }),
  words: {
    "claim-noted": ({ claim, division, parts }) => ({
      ja: `レセプト${claim}: ${division}（${parts.map((part) => `${part.insurerNumber} ${part.points}点`).join("、")}）`,
      en: `claim ${claim}: ${division} (${parts.map((part) => `${part.insurerNumber} ${part.points} points`).join(", ")})`,
    }),
  },
};

/** The insurance of the last day goes into the chart; it is asked about at the next visit as any other. */
function storeLatest(chartId: string, { billed, patient, parts }: ClaimNotice, { charts, intake }: Office): void {
  const chart = charts.get(chartId);
  const latest = parts.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0]?.insurance;
  if (chart === undefined || latest === undefined || insuranceName(latest) === insuranceName(billed)) return;
  charts.put({ ...chart, insurance: { ...latest, birthdate: patient.birthdate } });
  intake.alert("insurance-changed", undefined);
}

/** Shares of the care on some days. */
function shareOf(days: readonly CareDay[], entries: readonly CareEntry[]): number {
  const on = new Set(days.map(({ day }) => day));
  return entries.reduce((sum, entry) => sum + (on.has(entry.on) ? entry.shareYen : 0), 0);
}

function forget(chartId: string, { charts }: Office): void {
  const chart = charts.get(chartId);
  if (chart !== undefined) charts.put({ ...chart, insurance: undefined });
}

function lastDay({ days }: ClaimPart): string {
  return days.at(-1)?.day ?? "";
}
