import { cellsOf } from "../cells.ts";
import { documentKind } from "../kind.ts";
import { drawCard } from "../layout/card.ts";
import { SUBSIDY } from "../layout/colours.ts";
import { CARD } from "../layout/paper.ts";
import { printedDay, printedKana, printedSex, printedSpan, printedYen } from "../words.ts";

const labels = {
  certificate: "受給者証",
  payerNumber: "公費負担者番号",
  recipientNumber: "受給者番号",
  name: "氏名",
  kana: "フリガナ",
  birthdate: "生年月日",
  sex: "性別",
  address: "住所",
  segment: "区分",
  incomeSegment: "所得区分",
  selfPay: "自己負担上限額",
  refund: "助成の方法",
  facilities: "指定医療機関",
  validity: "有効期間",
  body: "発行機関",
} as const;

/** 公費 受給者証 on paper: 指定難病, 子ども医療費, 小児慢性, 自立支援 and others (requirements.md SYS-26, eligibility-rules.md §10.3). */
export const subsidyCertificate = documentKind({
  id: "subsidy-certificate",
  title: { ja: "公費負担医療 受給者証", en: "medical subsidy certificate" },
  worth: {
    ja: "カードで助成の情報が得られないときも有効（eligibility-rules.md §10.4）",
    en: "good also where the card gives no subsidy data (eligibility-rules.md §10.4)",
  },
  paper: CARD,
  labels,
  itemsOf: ({ person, subsidies = [] }) =>
    subsidies
      .filter(({ deleted }) => deleted !== true)
      .map((entry) => ({
        certificate: entry.certificateName,
        payerNumber: entry.payerNumber,
        recipientNumber: entry.recipientNumber,
        name: person.name,
        kana: printedKana(person.kana),
        birthdate: printedDay(person.birthdate),
        sex: printedSex(person.sex),
        address: person.address,
        segment: entry.segment ?? "",
        incomeSegment: entry.incomeSegment ?? "",
        selfPay: entry.maxCopaymentYen === undefined ? "定めなし" : `月額 ${printedYen(entry.maxCopaymentYen)}`,
        refund: entry.alwaysReimbursement ? "償還払い" : "現物給付",
        facilities: entry.designatedFacilities?.join("、") ?? "指定なし",
        validity: printedSpan(entry.validFrom, entry.validTo),
        body: entry.body,
      })),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    drawCard(
      canvas,
      { title: items.certificate, aside: items.body },
      [
        { cells: [cell("payerNumber", 0.85, true), cell("recipientNumber", 1.15, true)] },
        { cells: [cell("name", 1, true), cell("kana")] },
        { cells: [cell("birthdate"), cell("sex")] },
        { cells: [cell("address")] },
        { cells: [cell("segment"), cell("incomeSegment")] },
        { cells: [cell("selfPay", 1, true), cell("refund")] },
        { cells: [cell("facilities")] },
        { cells: [cell("validity")] },
      ],
      SUBSIDY,
    );
  },
});
