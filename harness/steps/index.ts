import type { Steps } from "../scenario.ts";
import { billingBasis } from "./billing-basis.ts";
import { callCentre } from "./call-centre.ts";
import { callOffice } from "./call-office.ts";
import { charge } from "./charge.ts";
import { chooseChart } from "./choose-chart.ts";
import { claimMonth } from "./claim-month.ts";
import { comparePrinted } from "./compare-printed.ts";
import { declare } from "./declare.ts";
import { enterNumber } from "./enter-number.ts";
import { fetchBatch } from "./fetch-batch.ts";
import { fetchConsented } from "./fetch-consented.ts";
import { inquireBatch } from "./inquire-batch.ts";
import { inquiryByTicket } from "./inquiry-by-ticket.ts";
import { insurerCorrects } from "./insurer-corrects.ts";
import { insurerEnds } from "./insurer-ends.ts";
import { insurerMarks } from "./insurer-marks.ts";
import { insurerRegisters } from "./insurer-registers.ts";
import { knownCertificate } from "./known-certificate.ts";
import { listCertificates } from "./list-certificates.ts";
import { listPayers } from "./list-payers.ts";
import { lookUp } from "./look-up.ts";
import { ministryOpens } from "./ministry-opens.ts";
import { monthlyStatement } from "./monthly-statement.ts";
import { municipalityDeletes } from "./municipality-deletes.ts";
import { officeEndsAid } from "./office-ends-aid.ts";
import { officeIssues } from "./office-issues.ts";
import { override } from "./override.ts";
import { paperCertificate } from "./paper-certificate.ts";
import { printSlip } from "./print-slip.ts";
import { pullTickets } from "./pull-tickets.ts";
import { registerReference } from "./register-reference.ts";
import { registerReferences } from "./register-references.ts";
import { reviewClaims } from "./review-claims.ts";
import { searchKana } from "./search-kana.ts";
import { showBenefits } from "./show-benefits.ts";
import { showProof } from "./show-proof.ts";
import type { AnyStepRunner } from "./step-runner.ts";
import { viewMedical } from "./view-medical.ts";
import { visitConsent } from "./visit-consent.ts";

/** Kinds of steps beyond those of the director. One line a kind. */
export const stepRunners: readonly AnyStepRunner[] = [
  viewMedical,
  showBenefits,
  visitConsent,
  fetchConsented,
  callCentre,
  lookUp,
  ministryOpens,
  callOffice,
  inquiryByTicket,
  knownCertificate,
  listCertificates,
  listPayers,
  municipalityDeletes,
  officeEndsAid,
  officeIssues,
  paperCertificate,
  pullTickets,
  charge,
  showProof,
  declare,
  claimMonth,
  reviewClaims,
  monthlyStatement,
  billingBasis,
  chooseChart,
  comparePrinted,
  enterNumber,
  fetchBatch,
  inquireBatch,
  insurerCorrects,
  insurerMarks,
  insurerRegisters,
  override,
  printSlip,
  registerReference,
  registerReferences,
  searchKana,
  insurerEnds,
];

const runners: ReadonlyMap<keyof Steps, AnyStepRunner> = new Map(stepRunners.map((runner) => [runner.step, runner]));

/** The runner of a kind of step; undefined for those the director carries out itself. */
export function runnerOf(step: keyof Steps): AnyStepRunner | undefined {
  return runners.get(step);
}
