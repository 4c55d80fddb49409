import { civilDate } from "../../kernel/civil-time.ts";
import type { Eligibility } from "../../population/eligibility.ts";
import { type InsuranceLaw, placeOfInsurer } from "../../population/insurer.ts";
import { cellsOf } from "../cells.ts";
import { CERTIFICATES_FROM } from "../certificate-items.ts";
import { insuranceItems, insuranceLabels, insurancesHeld, insuredRows, printedPosition } from "../coverage-of.ts";
import { documentKind } from "../kind.ts";
import { drawCard } from "../layout/card.ts";
import { INSURANCE } from "../layout/colours.ts";
import { CARD } from "../layout/paper.ts";
import { printedDay } from "../words.ts";

/** The last day of every old card (eligibility-rules.md §14). */
const LAST_DAY = civilDate("2025-12-01");
/** 国保 and 後期高齢者医療 renew their cards on 1 August, so theirs ended before (general knowledge). */
const LAST_RENEWED = { from: civilDate("2024-08-01"), until: civilDate("2025-07-31") };

/** What the card is called under each law (ours, from general knowledge). */
const TITLES: Readonly<Record<InsuranceLaw, string>> = {
  kyokai: "健康保険被保険者証",
  union: "健康保険被保険者証",
  "mutual-aid": "共済組合組合員証",
  national: "国民健康保険被保険者証",
  "late-elderly": "後期高齢者医療被保険者証",
};

const labels = {
  ...insuranceLabels,
  certificate: "証の名称",
  position: "区分",
  insuredName: "被保険者・世帯主",
  address: "住所",
  acquired: "資格取得年月日",
  validUntil: "有効期限",
  issued: "交付年月日",
} as const;

/** The old insurance card, of who was insured before cards ended (requirements.md SYS-15, R1-54). */
export const oldInsuranceCard = documentKind({
  id: "old-insurance-card",
  title: { ja: "健康保険証（旧）", en: "old insurance card" },
  worth: {
    ja: "2025-12-01 まで有効。2026-03-31 までは番号での資格確認と併せて（eligibility-rules.md §8 P6）",
    en: "good until 2025-12-01; until 2026-03-31 with an inquiry by number (eligibility-rules.md §8 P6)",
  },
  paper: CARD,
  labels,
  itemsOf: (subject) =>
    insurancesHeld(subject)
      .filter(({ acquired }) => acquired < CERTIFICATES_FROM)
      .map((row) => ({
        ...insuranceItems(subject.person, row),
        certificate: TITLES[placeOfInsurer(row.insurerNumber)?.law ?? "kyokai"],
        position: printedPosition(row),
        insuredName: row.insuredName ?? subject.person.name,
        address: subject.person.address,
        acquired: printedDay(row.acquired),
        ...datesOf(row),
      })),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    const aside = `${items.position}\n${items.issued} 交付`;
    drawCard(
      canvas,
      { title: items.certificate, aside },
      [
        ...insuredRows(cell),
        { cells: [cell("address")] },
        { cells: [cell("acquired"), cell("insuredName", 1.2)] },
        { cells: [cell("validUntil", 1.2, true), cell("insurerNumber")] },
        { cells: [cell("insurerName")], heightMm: 6.5 },
      ],
      INSURANCE,
    );
  },
});

/** When the card was issued and how long it was good; one that is renewed has an end of its own. */
function datesOf({ acquired, issued = acquired, validUntil }: Eligibility): { validUntil: string; issued: string } {
  const renewed = validUntil !== undefined;
  const last = renewed ? LAST_RENEWED.until : LAST_DAY;
  const first = renewed && acquired < LAST_RENEWED.from ? LAST_RENEWED.from : acquired;
  return {
    validUntil: printedDay(renewed && validUntil < last ? validUntil : last),
    issued: printedDay(issued < CERTIFICATES_FROM ? issued : first),
  };
}
