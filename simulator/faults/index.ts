import { lineAuthenticationLost } from "./line-authentication-lost.ts";
import { lineCut } from "./line-cut.ts";
import { lineSlow } from "./line-slow.ts";
import { registrationDelayed } from "./registration-delayed.ts";
import { serverError } from "./server-error.ts";
import { terminalCertificateExpired } from "./terminal-certificate-expired.ts";

/** Faults beyond the line and on it. One line a fault. */
export const simulatorFaults = [
  lineAuthenticationLost,
  lineCut,
  lineSlow,
  registrationDelayed,
  serverError,
  terminalCertificateExpired,
] as const;
