import { type CivilDate, eraOf, inJapaneseCalendar } from "../kernel/civil-time.ts";
import { type CodeListId, codeLists } from "../messages/code-lists.ts";

/** A day as documents print it, 令和8年2月10日; nothing for no day. */
export const printedDay = (day: CivilDate | undefined): string => (day === undefined ? "" : inJapaneseCalendar(day));

/** A span of days, either end of which may be open. */
export const printedSpan = (from: CivilDate | undefined, until: CivilDate | undefined): string =>
  from === undefined && until === undefined
    ? ""
    : `${printedDay(from)} から ${printedDay(until)}${until === undefined ? "" : " まで"}`;

/** A month `yyyymm` as documents print it, 令和8年2月. */
export function printedMonth(month: string): string {
  const { era, year } = eraOf(`${month}01` as CivilDate);
  return `${era.ja}${year === 1 ? "元" : year}年${Number(month.slice(4))}月`;
}

/** Yen with separators, 5,000円. */
export const printedYen = (yen: number | string): string => `${String(yen).replace(/\B(?=(\d{3})+$)/g, ",")}円`;

/** Kana of the records, half-width, as documents print them: full-width. */
export const printedKana = (kana: string): string => kana.normalize("NFKC").replaceAll(" ", "　");

/** What a code means, in the words of its list; the code itself where the list does not know it. */
export function printedCode(list: CodeListId, code: string | undefined): string {
  if (code === undefined) return "";
  const values: Readonly<Record<string, { readonly ja: string }>> = codeLists[list].values;
  return values[code]?.ja ?? code;
}

const SEXES = { "1": "男", "2": "女", "3": "記載なし" } as const;

/** The sex as printed. */
export const printedSex = (sex: "1" | "2" | "3"): string => SEXES[sex];
