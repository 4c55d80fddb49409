import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Stores whatever record comes first as the insurance, class A1 too. */
export const takesAidForInsurance = declareSubject({
  id: "broken/takes-aid-for-insurance",
  title: { ja: "医療扶助（A1）を保険として取り込む", en: "imports medical aid (A1) as an insurance" },
  decisions: { ...referenceDecisions, tellsAidApart: false },
  fails: {
    C36: ["aid/billed-with-ticket", "aid/ticket-as-received"],
    C37: ["aid/billed-with-ticket", "aid/ticket-as-received"],
    C38: ["aid/missing-insurer-told", "aid/billed-with-ticket", "aid/not-billed-without-ticket"],
    C39: ["aid/not-billed-without-ticket"],
    C40: ["aid/not-billed-without-ticket", "aid/pulled-later"],
    C41: ["aid/insurance-untouched", "aid/billed-with-ticket", "aid/ticket-as-received"],
    C42: ["aid/not-billed-without-ticket", "aid/pulled-later"],
    C45: ["aid/billed-with-ticket", "aid/ticket-as-received"],
  },
});
