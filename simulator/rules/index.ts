import { aidAnswer } from "./aid-answer.ts";
import { aidTicket } from "./aid-ticket.ts";
import { assumedClass } from "./assumed-class.ts";
import { billedEligibility } from "./billed-eligibility.ts";
import { bulkInquiry } from "./bulk-inquiry.ts";
import { capCertainty } from "./cap-certainty.ts";
import { careWindow } from "./care-window.ts";
import { checkupWindow } from "./checkup-window.ts";
import { claimTransfer } from "./claim-transfer.ts";
import { consentScreens } from "./consent-screens.ts";
import { consentState } from "./consent-state.ts";
import { contributionRatio } from "./contribution-ratio.ts";
import { coverage } from "./coverage.ts";
import { dataPrecedence } from "./data-precedence.ts";
import { dateRules } from "./date-rules.ts";
import { dayOwner } from "./day-owner.ts";
import type { AnyDecisionTable } from "./decision-table.ts";
import { declaration } from "./declaration.ts";
import { disasterView } from "./disaster-view.ts";
import { diseaseSelfPay } from "./disease-self-pay.ts";
import { drugWindow } from "./drug-window.ts";
import { emergencySummary } from "./emergency-summary.ts";
import { expenseOrder } from "./expense-order.ts";
import { fallbackProof } from "./fallback-proof.ts";
import { identifier } from "./identifier.ts";
import { limitChanged } from "./limit-changed.ts";
import { limitConsent } from "./limit-consent.ts";
import { limitContradiction } from "./limit-contradiction.ts";
import { limitPlausibility } from "./limit-plausibility.ts";
import { localAid } from "./local-aid.ts";
import { medicalRequest } from "./medical-request.ts";
import { medicalViewers } from "./medical-viewers.ts";
import { monthRule } from "./month-rule.ts";
import { monthlyCap } from "./monthly-cap.ts";
import { nextStep } from "./next-step.ts";
import { oldCard } from "./old-card.ts";
import { outageLookup } from "./outage-lookup.ts";
import { outageRequest } from "./outage-request.ts";
import { prescriptionWindow } from "./prescription-window.ts";
import { protection } from "./protection.ts";
import { referenceNumber } from "./reference-number.ts";
import { diseaseConsent } from "./specific-disease.ts";
import { subsidyAnswer } from "./subsidy-answer.ts";
import { subsidyRegistration } from "./subsidy-registration.ts";
import { subsidyScheme } from "./subsidy-scheme.ts";
import { surgeryWindow } from "./surgery-window.ts";
import { ticketRegistration } from "./ticket-registration.ts";
import { unknownNumbers } from "./unknown-numbers.ts";
import { validityByCard } from "./validity-by-card.ts";
import { validityByNumber } from "./validity-by-number.ts";
import { validityByTicket } from "./validity-by-ticket.ts";
import { yearlyOutpatient } from "./yearly-outpatient.ts";

/** Every decision table. One line a table; docs/catalogue/rules.md is made from it. */
export const ruleTables = [
  coverage,
  limitConsent,
  consentState,
  consentScreens,
  diseaseConsent,
  medicalRequest,
  medicalViewers,
  drugWindow,
  careWindow,
  surgeryWindow,
  checkupWindow,
  prescriptionWindow,
  emergencySummary,
  contributionRatio,
  monthlyCap,
  capCertainty,
  yearlyOutpatient,
  limitContradiction,
  limitPlausibility,
  assumedClass,
  diseaseSelfPay,
  bulkInquiry,
  dateRules,
  limitChanged,
  nextStep,
  protection,
  referenceNumber,
  validityByCard,
  validityByNumber,
  validityByTicket,
  subsidyScheme,
  localAid,
  expenseOrder,
  subsidyRegistration,
  subsidyAnswer,
  aidTicket,
  ticketRegistration,
  aidAnswer,
  dayOwner,
  claimTransfer,
  billedEligibility,
  unknownNumbers,
  fallbackProof,
  oldCard,
  monthRule,
  declaration,
  dataPrecedence,
  identifier,
  outageRequest,
  outageLookup,
  disasterView,
] as const satisfies readonly AnyDecisionTable[];

/** Id of a row of a decision table, `3.2/7`. */
export type RuleRowId = (typeof ruleTables)[number]["rows"][number]["id"];
