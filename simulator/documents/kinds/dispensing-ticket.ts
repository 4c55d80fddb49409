import { cellsOf } from "../cells.ts";
import { documentKind } from "../kind.ts";
import { A4 } from "../layout/paper.ts";
import { drawTicket, ticketItems, ticketLabels, ticketsOf } from "../ticket-items.ts";

const labels = { ...ticketLabels, prescriber: "処方箋発行元", prescriberCode: "発行元コード" } as const;

/** 調剤券 of 医療扶助, for one calendar month (requirements.md SYS-20). */
export const dispensingTicket = documentKind({
  id: "dispensing-ticket",
  title: { ja: "調剤券", en: "dispensing ticket" },
  worth: {
    ja: "医療扶助で受診できる。記載の月と指定医療機関等に限る（eligibility-rules.md §13.2）",
    en: "good for medical aid, in its month and at its facility only (eligibility-rules.md §13.2)",
  },
  paper: A4,
  labels,
  itemsOf: (subject) =>
    ticketsOf(subject, "02").map((each) => ({
      ...ticketItems(subject, each),
      prescriber: each.ticket.prescriber?.name ?? "",
      prescriberCode: each.ticket.prescriber?.code ?? "",
    })),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    const more = [{ cells: [cell("prescriber", 1.35), cell("prescriberCode", 0.95)] }];
    drawTicket(canvas, items, { title: "生活保護法 調剤券", facility: "指定薬局と処方箋", more });
  },
});
