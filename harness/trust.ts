import type { TerminalCredential } from "../devices/terminal/card-processing.ts";
import { addMonths, type CivilDate } from "../simulator/kernel/civil-time.ts";
import { type Authority, createAuthority } from "../simulator/pki/authority.ts";
import { CV_CA_DIGITS, cvKeyId, issueCvCertificate } from "../simulator/pki/cv-certificate.ts";
import { simulationKey } from "../simulator/pki/simulation-keys.ts";

/** The authorities of a world, issued from its own first day, so that nothing ever expires on the shelf. */
export interface Trust {
  readonly users: Authority;
  readonly terminals: Authority;
  /** CV certificate of the key that signs card fronts, 568 bytes. */
  readonly surfaceSigner: Uint8Array;
  /** What the terminal shows a card in the PIN-less path. */
  readonly terminal: TerminalCredential;
}

/** Six years: older than any user certificate a persona may carry, younger than the ten years a CA lasts. */
const AUTHORITY_AGE_MONTHS = 72;

/** Founds the authorities of a world that begins on `today`. */
export function foundTrust(today: CivilDate): Trust {
  const since = addMonths(today, -AUTHORITY_AGE_MONTHS);
  const terminalKey = simulationKey("terminal-cv");
  return {
    users: createAuthority("user-authentication", since),
    terminals: createAuthority("terminal", since),
    surfaceSigner: issueCvCertificate(
      {
        issuerKeyId: cvKeyId(CV_CA_DIGITS.cardSurface, "001"),
        subjectKeyId: cvKeyId(CV_CA_DIGITS.cardSurface, "002"),
        subjectKey: simulationKey("card-surface-signer"),
      },
      simulationKey("card-surface-cv-ca"),
    ),
    terminal: {
      cvCertificate: issueCvCertificate(
        {
          issuerKeyId: cvKeyId(CV_CA_DIGITS.terminal, "001"),
          subjectKeyId: cvKeyId(CV_CA_DIGITS.terminal, "002"),
          subjectKey: terminalKey,
        },
        simulationKey("terminal-cv-ca"),
      ),
      key: terminalKey.privateKey,
    },
  };
}
