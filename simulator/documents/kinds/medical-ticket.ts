import { documentKind } from "../kind.ts";
import { A4 } from "../layout/paper.ts";
import { drawTicket, ticketItems, ticketLabels, ticketsOf } from "../ticket-items.ts";

/** 医療券 of 医療扶助, for one calendar month (requirements.md SYS-20). */
export const medicalTicket = documentKind({
  id: "medical-ticket",
  title: { ja: "医療券", en: "medical ticket" },
  worth: {
    ja: "医療扶助で受診できる。記載の月と指定医療機関等に限る（eligibility-rules.md §13.2）",
    en: "good for medical aid, in its month and at its facility only (eligibility-rules.md §13.2)",
  },
  paper: A4,
  labels: ticketLabels,
  itemsOf: (subject) => ticketsOf(subject, "01").map((ticket) => ticketItems(subject, ticket)),
  draw: (canvas, items) => drawTicket(canvas, items, { title: "生活保護法 医療券", facility: "指定医療機関" }),
});
