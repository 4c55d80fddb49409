import { c01 } from "./c01-face-happy-path.ts";
import { c02 } from "./c02-pin-happy-path.ts";
import { c03 } from "./c03-visual-check.ts";
import { c04 } from "./c04-registration-succeeds.ts";
import { c05 } from "./c05-registration-pending.ts";
import { c06 } from "./c06-registration-failed.ts";
import { c07 } from "./c07-inquiry-by-number.ts";
import { c08 } from "./c08-without-branch.ts";
import { c09 } from "./c09-twins.ts";
import { c10 } from "./c10-insurance-lost.ts";
import { c11 } from "./c11-newer-insurance.ts";
import { c12 } from "./c12-mistyped-number.ts";
import { c13 } from "./c13-insurer-late.ts";
import { c14 } from "./c14-month-end.ts";
import { c15 } from "./c15-another-persons-data.ts";
import { c16 } from "./c16-odd-names.ts";
import { c17 } from "./c17-odd-numbers.ts";
import { c18 } from "./c18-printed-differs.ts";
import { c19 } from "./c19-limit-without-certificate.ts";
import { c20 } from "./c20-low-ratio-active-income.ts";
import { c21 } from "./c21-three-tenths-general.ts";
import { c22 } from "./c22-limit-and-consent.ts";
import { c23 } from "./c23-specific-disease.ts";
import { c24 } from "./c24-mixed-consents.ts";
import { c25 } from "./c25-consent-24-hours.ts";
import { c26 } from "./c26-consent-withdrawn.ts";
import { c27 } from "./c27-windows-by-date.ts";
import { c28 } from "./c28-unqualified-role.ts";
import { c29 } from "./c29-pharmacy-checkups.ts";
import { c30 } from "./c30-hundred-patients.ts";
import { c31 } from "./c31-batch-without-medical.ts";
import { c32 } from "./c32-broken-rows.ts";
import { c33 } from "./c33-reference-number.ts";
import { c34 } from "./c34-changed-number.ts";
import { c35 } from "./c35-reference-for-aid.ts";
import { c36 } from "./c36-aid-alone.ts";
import { c37 } from "./c37-aid-with-insurance.ts";
import { c38 } from "./c38-aid-insurer-missing.ts";
import { c39 } from "./c39-aid-not-entrusted.ts";
import { c40 } from "./c40-aid-not-yet-registered.ts";
import { c41 } from "./c41-aid-by-ticket-number.ts";
import { c42 } from "./c42-ticket-after-visit.ts";
import { c43 } from "./c43-pull-isolated.ts";
import { c44 } from "./c44-emergency-without-ticket.ts";
import { c45 } from "./c45-paper-ticket.ts";
import { c46 } from "./c46-subsidy-one-scheme.ts";
import { c47 } from "./c47-subsidy-refused.ts";
import { c48 } from "./c48-subsidy-several-schemes.ts";
import { c49 } from "./c49-subsidy-always-refunded.ts";
import { c50 } from "./c50-subsidy-on-paper.ts";
import { c51 } from "./c51-subsidy-system-down.ts";
import { c52 } from "./c52-subsidy-period.ts";
import { c53 } from "./c53-line-down.ts";
import { c54 } from "./c54-centre-in-trouble.ts";
import { c55 } from "./c55-still-working.ts";
import { c56 } from "./c56-late-doubled-mixed.ts";
import { c57 } from "./c57-encoding.ts";
import { c58 } from "./c58-cut-batch.ts";
import { c59 } from "./c59-certificate-in-grace.ts";
import { c60 } from "./c60-certificate-expired.ts";
import { c61 } from "./c61-certificate-near-end.ts";
import { c62 } from "./c62-declaration-unknown-claim.ts";
import { c63 } from "./c63-declaration-by-word.ts";
import { c64 } from "./c64-claim-transferred.ts";
import { c65 } from "./c65-claim-split.ts";
import { c66 } from "./c66-claim-not-transferred.ts";
import { c67 } from "./c67-no-new-eligibility.ts";
import { c68 } from "./c68-doubly-insured.ts";
import { c69 } from "./c69-consultation-card.ts";
import { c70 } from "./c70-old-insurance-card.ts";
import { c71 } from "./c71-protection-flags.ts";
import { c72 } from "./c72-held-back.ts";
import { c73 } from "./c73-date-rules.ts";
import { c74 } from "./c74-check-digits.ts";
import { c75 } from "./c75-home-visit.ts";
import { c76 } from "./c76-online-visit.ts";
import { c77 } from "./c77-disaster-view.ts";
import { c78 } from "./c78-outage-look-up.ts";
import { c79 } from "./c79-privacy.ts";
import { c80 } from "./c80-smartphone.ts";

/** Certification scenarios in the order of requirements.md §10.1. One line a scenario. */
export const certificationScenarios = [
  c01,
  c02,
  c03,
  c04,
  c05,
  c06,
  c07,
  c08,
  c09,
  c10,
  c11,
  c12,
  c13,
  c14,
  c15,
  c16,
  c17,
  c18,
  c19,
  c20,
  c21,
  c22,
  c23,
  c24,
  c25,
  c26,
  c27,
  c28,
  c29,
  c30,
  c31,
  c32,
  c33,
  c34,
  c35,
  c36,
  c37,
  c38,
  c39,
  c40,
  c41,
  c42,
  c43,
  c44,
  c45,
  c46,
  c47,
  c48,
  c49,
  c50,
  c51,
  c52,
  c53,
  c54,
  c55,
  c56,
  c57,
  c58,
  c59,
  c60,
  c61,
  c62,
  c63,
  c64,
  c65,
  c66,
  c67,
  c68,
  c69,
  c70,
  c71,
  c72,
  c73,
  c74,
  c75,
  c76,
  c77,
  c78,
  c79,
  c80,
] as const;
