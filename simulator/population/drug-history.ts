import { addMonths, type CivilDate } from "../kernel/civil-time.ts";

/** One dispensing of an invented drug. */
export interface Dispensing {
  readonly date: CivilDate;
  readonly drugCode: string;
  readonly drugName: string;
  readonly ingredient: string;
  readonly usage: string;
  readonly days: number;
}

/** Invented drugs: no real product, codes of the 6999 range no price list uses. */
const DRUGS = [
  { drugCode: "699999901", drugName: "架空錠５ｍｇ", ingredient: "架空成分", usage: "１日１回朝食後", days: 28 },
  {
    drugCode: "699999902",
    drugName: "見本カプセル１０ｍｇ",
    ingredient: "見本成分",
    usage: "１日２回朝夕食後",
    days: 14,
  },
  { drugCode: "699999903", drugName: "試験散１０％", ingredient: "試験成分", usage: "１日３回毎食後", days: 7 },
] as const;

/** Claims arrive 11 to 41 days after the month of care: the newest item is about a month and a half old (eligibility-rules.md §6.1). */
const NEWEST_MONTHS_AGO = 2;
const KEPT_MONTHS = 6;

/** Drug history of a person from claims, newest last; the same person and day give the same history. */
export function drugHistory(personId: string, today: CivilDate, from: string, to: string): readonly Dispensing[] {
  const start = [...personId].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0);
  return Array.from({ length: KEPT_MONTHS }, (_, back) => {
    const month = addMonths(today, back - KEPT_MONTHS - NEWEST_MONTHS_AGO + 1).slice(0, 6);
    const drug = DRUGS[(start + back) % DRUGS.length] ?? DRUGS[0];
    const day = String(((start + back * 5) % 28) + 1).padStart(2, "0");
    return { date: `${month}${day}` as CivilDate, ...drug };
  }).filter(({ date }) => date.slice(0, 6) >= from && date.slice(0, 6) <= to);
}
