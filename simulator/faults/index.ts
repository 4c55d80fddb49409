import { claimNoticeDoubled } from "./claim-notice-doubled.ts";
import { claimNoticeLost } from "./claim-notice-lost.ts";
import { feedLate } from "./feed-late.ts";
import { feedLost } from "./feed-lost.ts";
import { lineAuthenticationLost } from "./line-authentication-lost.ts";
import { lineCut } from "./line-cut.ts";
import { lineSlow } from "./line-slow.ts";
import { pmhSilent } from "./pmh-silent.ts";
import { registrationDelayed } from "./registration-delayed.ts";
import { serverError } from "./server-error.ts";
import { stillProcessing } from "./still-processing.ts";
import { terminalCertificateExpired } from "./terminal-certificate-expired.ts";
import { welfareOfficeDown } from "./welfare-office-down.ts";

/** Faults beyond the line and on it. One line a fault. */
export const simulatorFaults = [
  lineAuthenticationLost,
  lineCut,
  lineSlow,
  registrationDelayed,
  serverError,
  stillProcessing,
  terminalCertificateExpired,
  feedLate,
  feedLost,
  pmhSilent,
  welfareOfficeDown,
  claimNoticeDoubled,
  claimNoticeLost,
] as const;
