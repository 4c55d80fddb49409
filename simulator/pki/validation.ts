import { dateAt } from "../kernel/civil-time.ts";
import { type Certificate, isIssuedBy } from "./certificate.ts";
import { type CertificateStanding, certificateStanding, type GraceRule } from "./grace.ts";
import { type RevocationList, revocationOf } from "./revocation.ts";

/** What the centre makes of a certificate at an instant of its own clock. */
export type Standing = CertificateStanding | "not-yet-valid" | "revoked" | "untrusted";

/** One certificate looked at by the centre. */
export interface CertificateValidation {
  readonly holder: "terminal" | "user";
  /** Facility code, or the opaque common name of a user certificate. */
  readonly subject: string;
  readonly serial: string;
  readonly standing: Standing;
}

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** Where the centre judges a certificate. */
    "pki.validation": { readonly live: CertificateValidation; readonly kept: CertificateValidation };
  }
}

/** A terminal certificate: no grace, no notice; it works or it does not (readers-and-line.md §10.3, §11). */
export function validateTerminalCertificate(certificate: Certificate, ca: Certificate, nowMs: number): Standing {
  if (!isIssuedBy(certificate, ca)) return "untrusted";
  if (nowMs < certificate.notBeforeMs) return "not-yet-valid";
  return nowMs < certificate.notAfterMs + 1_000 ? "valid" : "expired";
}

/** A user certificate by any of the CA's generations, with notice and grace (eligibility-rules.md §7.1). */
export function validateUserCertificate(
  certificate: Certificate,
  generations: readonly Certificate[],
  revocations: RevocationList,
  nowMs: number,
  grace: GraceRule,
): Standing {
  if (!generations.some((ca) => isIssuedBy(certificate, ca))) return "untrusted";
  if (nowMs < certificate.notBeforeMs) return "not-yet-valid";
  // No grace for what was revoked (assumption A in §7.1).
  if (revocationOf(revocations, certificate.serial, nowMs) !== undefined) return "revoked";
  return certificateStanding(dateAt(certificate.notAfterMs), dateAt(nowMs), grace);
}
