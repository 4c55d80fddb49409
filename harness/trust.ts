import type { TerminalCredential } from "../devices/terminal/card-processing.ts";
import { addMonths, type CivilDate } from "../simulator/kernel/civil-time.ts";
import { type Authority, createAuthority } from "../simulator/pki/authority.ts";
import { cvChain } from "../simulator/pki/cv-chain.ts";
import { authorityGenerations } from "../simulator/pki/generations.ts";
import { checkedInKeys, type KeySource } from "../simulator/pki/key-source.ts";

/** The authorities of a world, and the keys everything in it is issued with. */
export interface Trust {
  readonly keys: KeySource;
  /** Generations of the user authentication CA that a verifier knows today, oldest first (my-number-card.md §4.1). */
  readonly users: readonly Authority[];
  readonly terminals: Authority;
  /** What the terminal shows a card in the PIN-less path. */
  readonly terminal: TerminalCredential;
}

/** The terminals' CA is as old as any terminal certificate may be and younger than the ten years a CA lasts. */
const AUTHORITY_AGE_MONTHS = 72;

/** Founds the authorities of a world that begins on `today`, so that nothing ever expires on the shelf. */
export function foundTrust(today: CivilDate, keys: KeySource = checkedInKeys): Trust {
  const { subject, certificate } = cvChain("terminal", 0, keys);
  return {
    keys,
    users: authorityGenerations("user-authentication", today, keys),
    terminals: createAuthority("terminal", addMonths(today, -AUTHORITY_AGE_MONTHS), keys),
    terminal: { cvCertificate: certificate, key: subject.privateKey },
  };
}
