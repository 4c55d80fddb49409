import { fault } from "../kernel/fault.ts";
import type { CertificateValidation } from "../pki/validation.ts";

/** The terminal's certificate ran out, 3 years 3 months after issue (readers-and-line.md §10.3). */
export const terminalCertificateExpired = fault({
  id: "terminal-certificate-expired",
  title: { ja: "端末の電子証明書の期限切れ", en: "terminal certificate expired" },
  pco: "pki.validation",
  defaults: {},
  shows: "C53",
  arm: () => (validation) => {
    const expired: CertificateValidation = { ...validation, standing: "expired" };
    return { pass: validation.holder === "terminal" ? expired : validation };
  },
});
