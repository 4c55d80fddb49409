import type { CivilDate } from "../kernel/civil-time.ts";
import type { CertificateDates, Eligibility, LimitCertificate } from "../population/eligibility.ts";
import { dayBy } from "../rules/date-rules.ts";

/**
 * An insurance with what holds on a day: 高齢受給者証 within its dates, 未就学 until its last day (eligibility-rules.md §11,
 * receipt-system-interface.md §6.3 no. 8 and 9).
 */
export function benefitsOn(row: Eligibility, birthdate: CivilDate, on: CivilDate): Eligibility {
  const { elderly, preschool } = row;
  if (elderly === undefined && preschool === undefined) return row;
  const { elderly: _elderly, preschool: _preschool, ...rest } = row;
  const lastPreschoolDay = preschool === undefined ? undefined : dayBy({ ask: "preschool-until", birthdate });
  return {
    ...rest,
    ...(elderly !== undefined && holds(elderly, on) ? { elderly } : {}),
    ...(lastPreschoolDay !== undefined && on <= lastPreschoolDay ? { preschool: "1" as const } : {}),
  };
}

/** Limit data of an insurance on a day, given within their dates only (§1: everything is evaluated at the day asked about). */
export function limitOn({ limit }: Pick<Eligibility, "limit">, on: CivilDate): LimitCertificate | undefined {
  return limit !== undefined && holds(limit, on) ? limit : undefined;
}

/** Whether a day lies within the dates of a certificate, the last one included (§3.1); dates left out bound nothing. */
export function holds({ validFrom, validUntil }: CertificateDates, on: CivilDate): boolean {
  return (validFrom === undefined || validFrom <= on) && (validUntil === undefined || on <= validUntil);
}
