import { ensure, MisuseError } from "../kernel/errors.ts";

/** Why a user certificate stopped before its end (eligibility-rules.md §7.1, my-number-card.md §4.4). */
export type RevocationReason = "lost-card" | "death" | "re-issue" | "on-hold";

/** One revoked certificate. */
export interface Revocation {
  /** Upper-case hexadecimal, as in `Certificate.serial`. */
  readonly serial: string;
  readonly reason: RevocationReason;
  /** From this instant on it is revoked, ms since 1970-01-01T00:00:00Z. */
  readonly revokedAtMs: number;
}

/** What the CA has revoked, by serial. */
export type RevocationList = ReadonlyMap<string, Revocation>;

/** A list of revocations; a {@link MisuseError} when a serial is misspelt or stands in it twice. */
export function revocationList(revocations: readonly Revocation[]): RevocationList {
  const list = new Map<string, Revocation>();
  for (const revocation of revocations) {
    const { serial, revokedAtMs } = revocation;
    if (!/^([0-9A-F]{2})+$/.test(serial)) throw new MisuseError("serial", `${serial} is not upper-case hexadecimal`);
    if (list.has(serial)) throw new MisuseError("serial", `${serial} is revoked twice`);
    ensure(Number.isSafeInteger(revokedAtMs), "an instant is a whole number of milliseconds");
    list.set(serial, revocation);
  }
  return list;
}

/** The revocation in force at an instant; undefined when there is none, or not yet. */
export function revocationOf(list: RevocationList, serial: string, atMs: number): Revocation | undefined {
  const revocation = list.get(serial);
  return revocation !== undefined && revocation.revokedAtMs <= atMs ? revocation : undefined;
}
