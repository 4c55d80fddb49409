import type { Eligibility, InsuredPerson } from "../population/person.ts";
import type { CellOf } from "./cells.ts";
import type { DocumentSubject } from "./kind.ts";
import type { GridRow } from "./layout/grid.ts";
import { printedCode, printedDay, printedKana, printedSex } from "./words.ts";

/**
 * The insurances whose papers a person holds on a day: those that cover it, or, when none does, the one that did last,
 * whose paper many never give back.
 */
export function insurancesHeld({ person, on }: DocumentSubject): readonly Eligibility[] {
  const begun = person.eligibilities.filter(({ acquired }) => acquired <= on);
  const covering = begun.filter(({ lost }) => lost === undefined || on < lost);
  if (covering.length > 0) return covering;
  const [last] = begun.toSorted((a, b) => (a.acquired < b.acquired ? 1 : -1));
  return last === undefined ? [] : [last];
}

/** Labels of the items every paper about an insurance has. */
export const insuranceLabels = {
  symbol: "記号",
  number: "番号",
  branch: "枝番",
  name: "氏名",
  kana: "フリガナ",
  birthdate: "生年月日",
  sex: "性別",
  insurerNumber: "保険者番号",
  insurerName: "保険者名称",
} as const;

/** Those items of a person's insurance. */
export function insuranceItems(
  person: InsuredPerson,
  row: Eligibility,
): Readonly<Record<keyof typeof insuranceLabels, string>> {
  return {
    symbol: row.symbol ?? "",
    number: row.number,
    branch: row.branch ?? "",
    name: person.name,
    kana: printedKana(person.kana),
    birthdate: printedDay(person.birthdate),
    sex: printedSex(person.sex),
    insurerNumber: row.insurerNumber.trim(),
    insurerName: row.insurerName,
  };
}

/** The rows of a card that say whose it is. */
export function insuredRows(cell: CellOf<keyof typeof insuranceLabels>): readonly GridRow[] {
  return [
    { cells: [cell("symbol"), cell("number"), cell("branch", 0.62)] },
    { cells: [cell("name", 1.2, true), cell("kana")] },
    { cells: [cell("birthdate", 1.2), cell("sex")] },
  ];
}

/** 被保険者 or 被扶養者; of national insurance everybody is insured, of late-elderly nobody says. */
export const printedPosition = ({ personalFamily, insurerNumber }: Eligibility): string =>
  personalFamily === undefined || insurerNumber.startsWith("  ")
    ? "被保険者"
    : { "1": "本人（被保険者）", "2": "家族（被扶養者）" }[personalFamily];

/** The ratio the insurer registered, or the one of the age: two tenths before school, else three (eligibility-rules.md §4.1). */
export function printedRatio({ contributionRatio, elderly, preschool }: Eligibility): string {
  return printedCode("contributionRatio", contributionRatio ?? elderly?.ratio ?? (preschool === "1" ? "020" : "030"));
}
