import { isAidPayer } from "../../../simulator/population/recipient-number.ts";
import type { InquiryKeys } from "../subject.ts";
import { type Feature, handler, type Office } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The clerk types what a web screen of the terminal showed into the visit it was looked up for. */
    readonly attach: {
      readonly visit: string;
      readonly gate: "outage" | "disaster";
      /** What the screen said; anything but `eligibility` and `shown` found nobody or was refused. */
      readonly outcome: string;
      /** Numbers of the insurance; of somebody with 医療扶助 alone those of the ticket. */
      readonly insurance?: InquiryKeys;
    };
  }
  interface SubjectActs {
    /** The insurance that was looked up is on the visit now. */
    readonly attached: { readonly visit: string; readonly gate: "outage" | "disaster" };
  }
}

/** 医療扶助 is no insurance of the visit; what its ticket says beyond the numbers comes with the next pull. */
function attachAid(visit: string, { insurerNumber, number }: InquiryKeys, { expenses, decisions }: Office): void {
  const known = expenses.ofVisit(visit);
  known.aid = { payerNumber: insurerNumber, recipientNumber: number, ownPaymentYen: 0 };
  known.pullLater = decisions.marksForPull;
}

/** Eligibility found without a card, attached to the visit it belongs to (requirements.md C77, C78). */
export const attachment: Feature = {
  handlers: handler("attach", function* ({ visit: id, gate, insurance }, office) {
    const visit = office.visit(id);
    if (!office.decisions.attachesLookup) return;
    visit.billable ||= office.decisions.confirmsByLookup(insurance !== undefined);
    if (insurance === undefined) return;
    if (isAidPayer(insurance.insurerNumber)) attachAid(id, insurance, office);
    else {
      visit.keys = insurance;
      visit.imported = insurance;
    }
    visit.answered = true;
    office.tell({ act: "attached", visit: id, gate });
    yield* [];
  }),
  words: {
    attached: ({ visit, gate }) => ({
      ja: `来院${visit}に${gate === "outage" ? "障害時照会" : "災害時閲覧"}の資格を紐付け`,
      en: `visit ${visit}: attached the eligibility found by the ${gate === "outage" ? "outage look-up" : "disaster view"}`,
    }),
  },
};
