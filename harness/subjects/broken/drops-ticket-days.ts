import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Stores of a ticket what the claim needs, and not the days it is good for. */
export const dropsTicketDays = declareSubject({
  id: "broken/drops-ticket-days",
  title: { ja: "医療券の有効期間を取り込まない", en: "does not store the days of a ticket" },
  decisions: {
    ...referenceDecisions,
    ticketKept: ({ MedicalTicketValidDate: _from, MedicalTicketExpirationDate: _to, ...kept }) => kept,
  },
  fails: {
    C36: ["aid/ticket-as-received"],
    C37: ["aid/ticket-as-received"],
    C41: ["aid/ticket-as-received"],
    C45: ["aid/ticket-as-received"],
  },
});
