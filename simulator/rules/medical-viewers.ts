import type { FacilityConsentKind, FacilityKind } from "../population/facility.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A kind of medical information (eligibility-rules.md §5). */
export type MedicalKind = FacilityConsentKind;

/** Who asks: the role of a user of the receipt system; `assigned` is other qualified staff the facility's head named. */
export type ViewerRole = "doctor" | "dentist" | "pharmacist" | "assigned" | "clerk";

/** Whether somebody may look at a kind of medical information. */
export interface ViewingCase {
  readonly role: ViewerRole;
  readonly kind: FacilityConsentKind;
  readonly at: FacilityKind;
  /** Policy of the day: pharmacies may view check-ups. */
  readonly pharmacyCheckups: boolean;
}

const viewing = (
  role: ViewerRole,
  kind: FacilityConsentKind,
  at: FacilityKind,
  pharmacyCheckups = true,
): ViewingCase => ({ role, kind, at, pharmacyCheckups });
const row = rowsOf<ViewingCase, boolean>();

/** Viewer matrix: role, kind of information and kind of facility (eligibility-rules.md §6.2). */
export const medicalViewers = decisionTable({
  id: "medical-viewers",
  title: { ja: "医療情報を閲覧できる者", en: "who may view medical information" },
  source: "eligibility-rules.md §6.2",
  requires: ["SYS-49", "R1-07", "R1-09", "R1-30"],
  rows: [
    row({
      id: "6.2/clerk",
      condition: { ja: "事務職員", en: "a clerk" },
      outcome: { ja: "閲覧できない", en: "may view nothing" },
      confidence: "H",
      matches: ({ role }) => role === "clerk",
      result: () => false,
      vectors: [
        { title: "drugs at a clinic", given: viewing("clerk", "drug", "clinic"), gives: false },
        { title: "check-ups at a hospital", given: viewing("clerk", "checkup", "hospital"), gives: false },
      ],
    }),
    row({
      id: "6.2/pharmacy-checkup-2020",
      condition: {
        ja: "薬局での特定健診（2020年7月のルール。2020-11-12の決定より前）",
        en: "check-ups at a pharmacy by the rule of 2020-07, before the decision of 2020-11-12",
      },
      outcome: { ja: "閲覧できない", en: "may not view" },
      confidence: "H",
      matches: ({ kind, at, pharmacyCheckups }) => kind === "checkup" && at === "pharmacy" && !pharmacyCheckups,
      result: () => false,
      vectors: [
        { title: "C29, 2020-08", given: viewing("pharmacist", "checkup", "pharmacy", false), gives: false },
        {
          title: "a doctor would not be asked there either",
          given: viewing("doctor", "checkup", "pharmacy", false),
          gives: false,
        },
      ],
    }),
    row({
      id: "6.2/doctor",
      condition: {
        ja: "医師・歯科医師（病院、診療所、歯科）",
        en: "a doctor or dentist at a hospital, clinic or dental clinic",
      },
      outcome: { ja: "薬剤・診療・手術・健診のすべて", en: "all four kinds" },
      confidence: "H",
      matches: ({ role, at }) => (role === "doctor" || role === "dentist") && at !== "pharmacy",
      result: () => true,
      vectors: [
        { title: "drugs", given: viewing("doctor", "drug", "clinic"), gives: true },
        { title: "medical care", given: viewing("doctor", "care", "hospital"), gives: true },
        { title: "surgery", given: viewing("dentist", "surgery", "dental"), gives: true },
        { title: "check-ups", given: viewing("doctor", "checkup", "hospital"), gives: true },
        { title: "check-ups by the rule of 2020", given: viewing("doctor", "checkup", "clinic", false), gives: true },
      ],
    }),
    row({
      id: "6.2/pharmacist",
      condition: { ja: "薬剤師", en: "a pharmacist" },
      outcome: { ja: "薬剤・診療・手術、および健診", en: "drugs, medical care, surgery, and check-ups" },
      confidence: "H",
      matches: ({ role }) => role === "pharmacist",
      result: () => true,
      vectors: [
        { title: "drugs", given: viewing("pharmacist", "drug", "pharmacy", false), gives: true },
        { title: "medical care", given: viewing("pharmacist", "care", "pharmacy"), gives: true },
        { title: "surgery", given: viewing("pharmacist", "surgery", "pharmacy"), gives: true },
        { title: "C29, 2025-04: check-ups", given: viewing("pharmacist", "checkup", "pharmacy"), gives: true },
      ],
    }),
    row({
      id: "6.2/assigned",
      condition: { ja: "施設の長が指定した有資格者", en: "other qualified staff named by the head of the facility" },
      outcome: { ja: "指定の範囲で閲覧できる", en: "as assigned" },
      confidence: "M",
      matches: ({ role }) => role === "assigned",
      result: () => true,
      vectors: [{ title: "drugs at a hospital", given: viewing("assigned", "drug", "hospital"), gives: true }],
    }),
    row({
      id: "6.2/elsewhere",
      condition: {
        ja: "医師・歯科医師が薬局で（表にない組み合わせ）",
        en: "a doctor or dentist at a pharmacy: not in the table",
      },
      outcome: { ja: "閲覧できない（本製品の選択）", en: "may not view (our choice)" },
      confidence: "A",
      matches: () => true,
      result: () => false,
      vectors: [{ title: "drugs", given: viewing("doctor", "drug", "pharmacy"), gives: false }],
    }),
  ],
});

/** Whether a user of a role may look at a kind of information at a facility. */
export function mayView(given: ViewingCase): boolean {
  return medicalViewers.decide(given).result;
}
