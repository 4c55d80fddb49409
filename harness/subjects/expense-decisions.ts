import { expenseOrder } from "../../simulator/rules/expense-order.ts";

/**
 * The decisions about public expenses in which receipt systems go wrong, part of {@link Decisions}. A broken subject differs
 * from the reference in one of them.
 */
export interface ExpenseDecisions {
  /** Whether an A1 record is told apart from an insurance (receipt-system-interface.md §2.4). */
  readonly tellsAidApart: boolean;
  /** Whether a visit with valid aid and no ticket is billed to 12 with numbers found elsewhere (eligibility-rules.md §13.3). */
  readonly billsWithoutTicket: boolean;
  /** Whether a visit with valid aid and no ticket is marked for a later pull (requirements.md C40). */
  readonly marksForPull: boolean;
  /** Whether people of a pull are told by the recipient number of last month, which is no fixed number (§13.2). */
  readonly knowsByRecipient: boolean;
  /** Whether the consistency flag of an aid record is told (requirements.md C38). */
  readonly tellsMissingInsurer: boolean;
  /** What of the elements of a ticket is stored (§13.1: all of them). */
  ticketKept(elements: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** Whether certificates that PMH sends are stored. */
  readonly importsSubsidies: boolean;
  /** Which payers go on the claim, first payer first (eligibility-rules.md §10.2). */
  orderPayers(payers: readonly string[]): readonly string[];
  /** Whether the expenses of a month's visits are put in that order once more on the claim. */
  readonly sortsJoinedExpenses: boolean;
  /** Whether stored certificates end when PMH gives nothing (§10.4 row 4). */
  readonly endsAbsentCertificates: boolean;
  /** Whether the charge is reduced although a certificate is always refunded afterwards (§10.4 row 6). */
  readonly reducesRefunded: boolean;
  /** What the patient pays of the share where a certificate is refunded afterwards (§10.4 row 6: all of it). */
  askedBeforeRefund(shareYen: number): number;
  /** Whether a certificate counts outside its dates (§10.4 row 5). */
  readonly ignoresPeriods: boolean;
  /** Whether it is told that PMH did not answer (§10.4 row 9). */
  readonly tellsUnconfirmedSubsidy: boolean;
  /** Whether a certificate on paper is taken where PMH gives nothing (§10.4 row 2). */
  readonly takesPaperCertificates: boolean;
}

/** What a careful receipt system decides. */
export const carefulWithExpenses: ExpenseDecisions = {
  tellsAidApart: true,
  billsWithoutTicket: false,
  marksForPull: true,
  knowsByRecipient: false,
  tellsMissingInsurer: true,
  ticketKept: (elements) => elements,
  importsSubsidies: true,
  orderPayers: (payers) => expenseOrder.decide({ payers }).result.claimed,
  sortsJoinedExpenses: true,
  endsAbsentCertificates: false,
  reducesRefunded: false,
  askedBeforeRefund: (shareYen) => shareYen,
  ignoresPeriods: false,
  tellsUnconfirmedSubsidy: true,
  takesPaperCertificates: true,
};
