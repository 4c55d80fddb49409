import { type Feature, handler } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The clerk types what a web screen of the terminal showed into the visit it was looked up for. */
    readonly attach: {
      readonly visit: string;
      readonly gate: "outage" | "disaster";
      /** What the screen said; anything but `eligibility` and `shown` found nobody or was refused. */
      readonly outcome: string;
      readonly insurance?: InquiryKeys;
    };
  }
  interface SubjectActs {
    /** The insurance that was looked up is on the visit now. */
    readonly attached: { readonly visit: string; readonly gate: "outage" | "disaster" };
  }
}

/** Eligibility found without a card, attached to the visit it belongs to (requirements.md C77, C78). */
export const attachment: Feature = {
  handlers: handler("attach", function* ({ visit: id, gate, insurance }, office) {
    const visit = office.visit(id);
    if (!office.decisions.attachesLookup) return;
    visit.billable ||= office.decisions.confirmsByLookup(insurance !== undefined);
    if (insurance === undefined) return;
    visit.keys = insurance;
    visit.imported = insurance;
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
