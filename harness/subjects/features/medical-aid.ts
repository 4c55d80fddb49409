import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Import } from "../answer-intake.ts";
import { pullTickets } from "../ticket-pull.ts";
import { aidIn, storeTicket } from "../ticket-store.ts";
import { type Feature, handler, type Office } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The clerk notes what the welfare office said on the phone about the patient of a visit. */
    readonly "note-phone": {
      readonly visit: string;
      readonly answer: "applies" | "does-not-apply" | "nobody-answers";
    };
    /** Fetches every ticket entrusted to the facility in the running month, and settles the visits that wait for one. */
    readonly "pull-tickets": object;
  }
  interface SubjectActs {
    /** A ticket was stored with a visit; values as received. */
    readonly "aid-imported": {
      readonly visit: string;
      /** The chart it went to. */
      readonly chart?: string;
      readonly file: string;
      readonly payerNumber: string;
      readonly recipientNumber: string;
      /** Elements of the ticket (receipt-system-interface.md §2.5). */
      readonly ticket: Readonly<Record<string, string>>;
    };
  }
}

/** What an answer says of aid: the ticket is stored; without one the visit waits for it (eligibility-rules.md §13.3). */
function takeAid({ visit, arrival, answer }: Import, office: Office): void {
  const { decisions, expenses, intake } = office;
  const record = decisions.tellsAidApart ? aidIn(answer.results, answer.confirmedOn) : undefined;
  if (record === undefined) return;
  const flagged = record.PublicExpenseResultList?.MedicalTicketInfo.some(
    ({ ConsistencyFlag }) => ConsistencyFlag === "1",
  );
  if (flagged === true && decisions.tellsMissingInsurer)
    intake.alert("social-insurance-missing", visit.id, arrival.name);
  if (storeTicket(visit.id, arrival.name, record, office)) return;
  intake.alert("aid-without-ticket", visit.id, arrival.name);
  expenses.ofVisit(visit.id).pullLater = decisions.marksForPull;
}

/** 医療扶助: tickets by card, by number and by the monthly pull; the phone in an emergency (eligibility-rules.md §13). */
export const medicalAid: Feature = {
  handlers: {
    ...handler("note-phone", function* ({ visit: id, answer }, office) {
      const visit = office.visit(id);
      visit.aidByPhone = answer === "applies";
      // Where nobody answers, only the pull can say whether there is a ticket.
      if (answer !== "does-not-apply") office.expenses.ofVisit(id).pullLater = office.decisions.marksForPull;
      yield* [];
    }),
    ...handler("pull-tickets", function* (_step, office) {
      yield* pullTickets(dateAt(office.clock.nowMs).slice(0, 6), office);
    }),
  },
  words: {
    "aid-imported": ({ visit, payerNumber, file }) => ({
      ja: `来院${visit}: ${file} の医療券（公費負担者番号${payerNumber}）を取込`,
      en: `visit ${visit}: imported the ticket of ${file} (payer ${payerNumber})`,
    }),
  },
  imported: takeAid,
};
