import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { localAidMaster } from "../../../simulator/population/local-aid.ts";
import { AID_LAW } from "../../../simulator/population/recipient-number.ts";
import { localAid } from "../../../simulator/rules/local-aid.ts";
import { subsidyAnswer } from "../../../simulator/rules/subsidy-answer.ts";
import { schemeOf } from "../../../simulator/rules/subsidy-scheme.ts";
import { type Certificate, isSame } from "../expense-book.ts";
import type { ExpenseDecisions } from "../expense-decisions.ts";
import { type Feature, handler, type Office } from "./feature.ts";

/** One public expense on the claim of a visit. */
export interface Payer {
  readonly payerNumber: string;
  readonly recipientNumber: string;
  /** What the patient pays by the ticket or at most in a month, yen. */
  readonly ownPaymentYen?: number;
}

declare module "../subject.ts" {
  interface SubjectSteps {
    /** Who pays for a visit, as it will stand on the claim. */
    readonly "list-payers": { readonly visit: string };
  }
  interface SubjectActs {
    readonly payers: {
      readonly visit: string;
      /** The insurance, or none: then the first public expense pays alone. */
      readonly insurance?: { readonly insurerNumber: string; readonly insuredNumber: string };
      /** Public expenses in the order of the claim, four at most. */
      readonly expenses: readonly Payer[];
      /** Payer numbers of certificates that are known and do not reduce the charge: the patient is refunded later. */
      readonly refundLater: readonly string[];
      /** A ticket of 医療扶助 must be pulled later. */
      readonly pullLater: boolean;
    };
  }
}

/** What the counter makes of a certificate on a day (eligibility-rules.md §10.4, and the local-aid master). */
function counterOf(
  certificate: Certificate,
  { decisions, clock, facility }: Office,
): "in-kind" | "own-share" | "refund-later" | "ask" {
  const today = dateAt(clock.nowMs);
  const { validFrom = today, validTo = today, designatedFacilities = [facility] } = certificate;
  const { counter } = subsidyAnswer.decide({
    ...{ used: true, registered: true, withheld: false, agreed: true, reached: true },
    inPeriod: decisions.ignoresPeriods || (validFrom <= today && today <= validTo),
    alwaysReimbursement: certificate.alwaysReimbursement && !decisions.reducesRefunded,
    facilityFits: designatedFacilities.includes(facility),
  }).result;
  if (counter !== "in-kind") return counter === "own-share" || counter === "refund-later" ? counter : "ask";
  if (schemeOf(certificate.payerNumber)?.level !== "local") return "in-kind";
  const { payerNumber } = certificate;
  return localAid.decide({ master: localAidMaster, payerNumber, prefecture: facility.slice(0, 2) }).result;
}

/** Certificates of a visit: those PMH gave, and stored ones of the chart that PMH did not speak of. */
function certificatesOf(
  visit: string,
  chart: string | undefined,
  { expenses, decisions }: Office,
): readonly Certificate[] {
  const { given } = expenses.ofVisit(visit);
  if (chart === undefined) return given;
  if (given.length === 0 && decisions.endsAbsentCertificates) expenses.endAll(chart);
  const stored = expenses
    .ofChart(chart)
    .filter((one) => !given.some((other) => isSame(one, other)))
    // The aid numbers of another month are no ticket of this one (eligibility-rules.md §13.2).
    .filter(({ payerNumber }) => !payerNumber.startsWith(AID_LAW) || decisions.billsWithoutTicket);
  return [...given, ...stored];
}

/** Public expenses that go on the claim of a visit, first payer first. */
export function billedExpenses(id: string, office: Office): readonly Payer[] {
  const { expenses, decisions } = office;
  const applied = judgedCertificates(id, office)
    .filter(({ counter }) => counter === "in-kind")
    .map(({ one }) => payerOf(one));
  const { aid } = expenses.ofVisit(id);
  return inOrder(aid === undefined ? applied : [...applied, aid], decisions);
}

/** Public expenses in the order in which they pay; two of one payer stay as they came. */
export function inOrder<P extends Pick<Payer, "payerNumber">>(
  all: readonly P[],
  { orderPayers }: Pick<ExpenseDecisions, "orderPayers">,
): readonly P[] {
  const left = [...all];
  return orderPayers(all.map(({ payerNumber }) => payerNumber)).flatMap((number) => {
    const at = left.findIndex(({ payerNumber }) => payerNumber === number);
    return at < 0 ? [] : left.splice(at, 1);
  });
}

function judgedCertificates(id: string, office: Office) {
  const { chart } = office.visit(id);
  return certificatesOf(id, chart, office).map((one) => ({ one, counter: counterOf(one, office) }));
}

/** Payer numbers of certificates that pay nothing at the counter: the patient is refunded later. */
export function refundedLater(id: string, office: Office): readonly string[] {
  return judgedCertificates(id, office)
    .filter(({ counter }) => counter === "refund-later")
    .map(({ one }) => one.payerNumber);
}

function payersOf(id: string, office: Office): void {
  const { expenses, tell } = office;
  const insurance = office.visit(id).imported;
  tell({
    act: "payers",
    visit: id,
    ...(insurance === undefined
      ? {}
      : { insurance: { insurerNumber: insurance.insurerNumber, insuredNumber: insurance.number } }),
    expenses: billedExpenses(id, office),
    refundLater: refundedLater(id, office),
    pullLater: expenses.ofVisit(id).pullLater,
  });
}

function payerOf({ payerNumber, recipientNumber, maxCopaymentYen }: Certificate): Payer {
  return { payerNumber, recipientNumber, ...(maxCopaymentYen === undefined ? {} : { ownPaymentYen: maxCopaymentYen }) };
}

/** The payers of a visit: insurance, and public expenses in their order (eligibility-rules.md §10.2, §13). */
export const payers: Feature = {
  handlers: handler("list-payers", function* ({ visit }, office) {
    payersOf(visit, office);
    yield* [];
  }),
  words: {
    payers: ({ visit, insurance, expenses, pullLater }) => {
      const numbers = [insurance?.insurerNumber, ...expenses.map(({ payerNumber }) => payerNumber)].filter(
        (one) => one !== undefined,
      );
      const later = pullLater ? { ja: "、医療券は後日取得", en: ", ticket to be pulled later" } : { ja: "", en: "" };
      return {
        ja: `来院${visit}の負担者: ${numbers.join("、") || "なし"}${later.ja}`,
        en: `payers of visit ${visit}: ${numbers.join(", ") || "none"}${later.en}`,
      };
    },
  },
};
