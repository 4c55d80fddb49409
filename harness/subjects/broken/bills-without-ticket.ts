import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Bills 12 with the numbers of another month. */
export const billsWithoutTicket = declareSubject({
  id: "broken/bills-without-ticket",
  title: { ja: "券がなくても前月の番号で12を請求する", en: "bills 12 without a ticket, with last month's numbers" },
  decisions: { ...referenceDecisions, billsWithoutTicket: true },
  fails: {
    C37: ["aid/billed-with-ticket", "aid/ended-not-billed"],
    C39: ["aid/not-billed-without-ticket"],
    C40: ["aid/not-billed-without-ticket"],
    C43: ["aid/pull-isolated", "aid/pulled-later"],
    C44: ["aid/provisional-by-phone", "aid/pulled-later"],
  },
});
