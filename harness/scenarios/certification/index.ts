import { c01 } from "./c01-face-happy-path.ts";
import { c02 } from "./c02-pin-happy-path.ts";
import { c03 } from "./c03-visual-check.ts";
import { c05 } from "./c05-registration-pending.ts";
import { c06 } from "./c06-registration-failed.ts";
import { c07 } from "./c07-inquiry-by-number.ts";
import { c10 } from "./c10-insurance-lost.ts";
import { c11 } from "./c11-newer-insurance.ts";
import { c12 } from "./c12-mistyped-number.ts";
import { c13 } from "./c13-insurer-late.ts";
import { c15 } from "./c15-another-persons-data.ts";
import { c25 } from "./c25-consent-24-hours.ts";
import { c53 } from "./c53-line-down.ts";
import { c54 } from "./c54-centre-in-trouble.ts";
import { c56 } from "./c56-late-doubled-mixed.ts";
import { c59 } from "./c59-certificate-in-grace.ts";
import { c60 } from "./c60-certificate-expired.ts";
import { c61 } from "./c61-certificate-near-end.ts";
import { c70 } from "./c70-old-insurance-card.ts";
import { c79 } from "./c79-privacy.ts";

/** Certification scenarios in the order of requirements.md §10.1. One line a scenario. */
export const certificationScenarios = [
  c01,
  c02,
  c03,
  c05,
  c06,
  c07,
  c10,
  c11,
  c12,
  c13,
  c15,
  c25,
  c53,
  c54,
  c56,
  c59,
  c60,
  c61,
  c70,
  c79,
] as const;
