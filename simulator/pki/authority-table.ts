import type { Extension, Name } from "@peculiar/asn1-x509";
import { distinguishedName } from "./distinguished-name.ts";
import * as extensions from "./extensions.ts";
import type { KeyRole } from "./simulation-keys.ts";

/** What tells one CA of the simulation from another. */
interface AuthorityRow {
  /** Its key, or keys where it has generations. */
  readonly key: KeyRole;
  /** One name for all generations (my-number-card.md §4.1). */
  readonly name: Name;
  /** The name in Japanese: subjectAltName of the CA, and the place of its own revocation list (§4.1). */
  readonly japaneseName: Name;
  /** {@link japaneseName} as the issuerAltName of what it issues (§4.2). */
  readonly issuerAlternativeName: Extension;
  /** Revocation list of what it issues; the real addresses are not public (§8 D-10). */
  readonly revocationList: Extension;
}

/**
 * The CAs of the simulation: one tier, each signs end entities itself. The shape is my-number-card.md §4.1; every name is
 * ours (§8 D-11, readers-and-line.md §17) and says SIMULATION.
 */
export const AUTHORITIES = {
  "user-authentication": row("user-authentication", "user-authentication-ca", {
    organization: "SIM-JPKI",
    unit: "JPKI for user authentication",
    japanese: "模擬 公的個人認証サービス SIMULATION",
  }),
  signature: row("signature", "signature-ca", {
    organization: "SIM-JPKI",
    unit: "JPKI for digital signature",
    japanese: "模擬 公的個人認証サービス SIMULATION",
  }),
  terminal: row("terminal", "terminal-ca", {
    organization: "SIM-OQS",
    unit: "terminal certificates",
    japanese: "模擬 共通認証局 SIMULATION",
  }),
} as const;

function row(
  address: string,
  key: KeyRole,
  names: { readonly organization: string; readonly unit: string; readonly japanese: string },
): AuthorityRow {
  const japaneseName = distinguishedName(["C", "JP"], ["O", names.japanese]);
  return {
    key,
    name: distinguishedName(["C", "JP"], ["O", names.organization], ["OU", names.unit], ["OU", "SIMULATION"]),
    japaneseName,
    issuerAlternativeName: extensions.issuerAlternativeName(japaneseName),
    revocationList: extensions.revocationListAt({ url: `http://crl.sim.invalid/${address}.crl` }),
  };
}
