import { civilDate } from "../../kernel/civil-time.ts";
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

const labels = {
  ...insuranceLabels,
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
        position: printedPosition(row),
        insuredName: row.insuredName ?? subject.person.name,
        address: subject.person.address,
        acquired: printedDay(row.acquired),
        validUntil: printedDay(row.validUntil !== undefined && row.validUntil < LAST_DAY ? row.validUntil : LAST_DAY),
        issued: printedDay(row.issued !== undefined && row.issued < CERTIFICATES_FROM ? row.issued : row.acquired),
      })),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    const aside = `${items.position}\n${items.issued} 交付`;
    drawCard(
      canvas,
      { title: "健康保険証", aside },
      [
        ...insuredRows(cell),
        { cells: [cell("address")] },
        { cells: [cell("acquired", 1.2), cell("insuredName")] },
        { cells: [cell("validUntil", 1.2, true), cell("insurerNumber")] },
        { cells: [cell("insurerName")], heightMm: 6.5 },
      ],
      INSURANCE,
    );
  },
});
