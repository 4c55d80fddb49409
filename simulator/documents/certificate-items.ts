import { type CivilDate, civilDate, endOfTerm } from "../kernel/civil-time.ts";
import type { Eligibility } from "../population/eligibility.ts";
import { insuranceItems, insuranceLabels, insurancesHeld, printedPosition, printedRatio } from "./coverage-of.ts";
import type { DocumentItems, DocumentSubject } from "./kind.ts";
import { printedCode, printedDay } from "./words.ts";

/** No new insurance cards from this day on; 資格確認書 instead (eligibility-rules.md §14). */
export const CERTIFICATES_FROM = civilDate("2024-12-02");
/** The longest an employer's certificate is valid (general knowledge, not looked up; insurers choose). */
const LONGEST_MONTHS = 60;

/** Items of a 資格確認書, card or A4. */
export const certificateLabels = {
  ...insuranceLabels,
  position: "区分",
  insuredName: "被保険者・世帯主",
  address: "住所",
  acquired: "資格取得年月日",
  ratio: "一部負担金の割合",
  limit: "限度区分",
  validUntil: "有効期限",
  issued: "交付年月日",
} as const;

type CertificateItems = DocumentItems<keyof typeof certificateLabels>;

/** One for each insurance held; none before there were any (requirements.md SYS-16). */
export function certificateItems(subject: DocumentSubject): readonly CertificateItems[] {
  const { person, on } = subject;
  if (on < CERTIFICATES_FROM) return [];
  return insurancesHeld(subject).map((row) => {
    const issued = issuedOn(row);
    return {
      ...insuranceItems(person, row),
      position: printedPosition(row),
      insuredName: row.insuredName ?? person.name,
      address: person.address,
      acquired: printedDay(row.acquired),
      ratio: printedRatio(row),
      limit: row.limit === undefined ? "" : printedCode("012", row.limit.flag),
      validUntil: printedDay(row.validUntil ?? endOfTerm(issued, LONGEST_MONTHS)),
      issued: printedDay(issued),
    };
  });
}

function issuedOn({ issued, acquired }: Eligibility): CivilDate {
  const day = issued ?? acquired;
  return day < CERTIFICATES_FROM ? CERTIFICATES_FROM : day;
}
