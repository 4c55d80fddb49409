import { sameNumbers } from "../../../simulator/population/insurance-numbers.ts";
import { dataPrecedence } from "../../../simulator/rules/data-precedence.ts";
import type { InquiryKeys } from "../subject.ts";
import { type Feature, handler, type Office } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The clerk compares a printed certificate with what was imported. */
    readonly "compare-printed": { readonly visit: string; readonly printed: InquiryKeys };
    /** The clerk bills the printed data in place of the online ones, and says why. */
    readonly override: { readonly visit: string; readonly reason: string };
    /** With which insurance is the visit billed? */
    readonly "billing-basis": { readonly visit: string };
    /** Prints the slip of a visit. */
    readonly "print-slip": { readonly visit: string };
  }
  interface SubjectActs {
    readonly "billing-basis": {
      readonly visit: string;
      readonly source: "online" | "printed";
      readonly insurance: InquiryKeys;
      /** There when printed data are billed. */
      readonly reason?: string;
    };
    /** What stands on the slip besides the name. */
    readonly "slip-printed": { readonly visit: string; readonly address?: string };
  }
}

/** The insurance a visit is billed with: the online data, or the print where the clerk decided so (eligibility-rules.md §8). */
export function billedData(
  id: string,
  { visit, records, decisions }: Office,
): { readonly source: "online" | "printed"; readonly insurance: InquiryKeys; readonly reason?: string } | undefined {
  const printed = records.printed.get(id);
  const overridden = printed !== undefined && (printed.reason !== undefined || !decisions.needsReasonForPrinted);
  const source = dataPrecedence.decide({ situation: "differs", overridden }).result;
  const insurance = decisions.numbersToBill(source, visit(id).imported, printed?.keys);
  if (insurance === undefined) return undefined;
  const reason = source === "printed" ? printed?.reason : undefined;
  return { source, insurance, ...(reason === undefined ? {} : { reason }) };
}

/**
 * Online data against paper: online data win, the facility may decide otherwise in the single case (requirements.md R3-01,
 * R3-03, C18). What is withheld online is printed nowhere (C71).
 */
export const printedData: Feature = {
  handlers: {
    ...handler("compare-printed", function* ({ visit: id, printed }, office) {
      const { imported } = office.visit(id);
      if (imported !== undefined && !sameNumbers(imported, printed)) office.intake.alert("printed-data-differs", id);
      office.records.printed.set(id, { keys: printed });
      yield* [];
    }),
    ...handler("override", function* ({ visit, reason }, office) {
      const printed = office.records.printed.get(visit);
      if (printed !== undefined) office.records.printed.set(visit, { ...printed, reason });
      yield* [];
    }),
    ...handler("billing-basis", function* ({ visit: id }, office) {
      const billed = billedData(id, office);
      if (billed === undefined) return office.intake.alert("not-found", id);
      office.tell({ act: "billing-basis", visit: id, ...billed });
      yield* [];
    }),
    ...handler("print-slip", function* ({ visit }, office) {
      const chart = office.charts.get(office.visit(visit).chart ?? "");
      const address = office.decisions.addressToPrint(chart?.lastItems, chart?.everItems);
      office.tell({ act: "slip-printed", visit, ...(address === undefined ? {} : { address }) });
      yield* [];
    }),
  },
  words: {
    "billing-basis": ({ visit, source, reason }) => ({
      ja: `来院${visit}は${source === "online" ? "オンラインの情報" : `券面の情報（理由: ${reason ?? "なし"}）`}で請求`,
      en: `visit ${visit} is billed with ${source === "online" ? "online data" : `printed data (reason: ${reason ?? "none"})`}`,
    }),
    "slip-printed": ({ visit, address }) => ({
      ja: `来院${visit}の帳票を印刷（住所${address === undefined ? "なし" : "あり"}）`,
      en: `slip of visit ${visit} printed, ${address === undefined ? "without" : "with"} address`,
    }),
  },
};
