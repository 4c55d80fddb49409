import { addMonths, type CivilDate, civilDate, endOfTerm } from "../kernel/civil-time.ts";
import { MisuseError } from "../kernel/errors.ts";
import { type Authority, type AuthorityKind, selfSigned } from "./authority.ts";
import { AUTHORITIES } from "./authority-table.ts";
import { checkedInKeys, type KeySource, keptBySource } from "./key-source.ts";

/** The CAs that are renewed with a new key under the old name. */
export type RenewedAuthorityKind = Exclude<AuthorityKind, "terminal">;

/** One generation of the two CAs of the card; both have the same periods (my-number-card.md §4.1). */
export interface Generation {
  /** 1 to 3 are published; lower and higher ones are ours. */
  readonly number: number;
  readonly from: CivilDate;
  /** Last valid day of the CA certificate. */
  readonly lastDay: CivilDate;
}

/** The published generations (my-number-card.md §4.1). The second has a day more than ten years. */
const FIRST: Generation = { number: 1, from: civilDate("2015-10-20"), lastDay: civilDate("2025-10-19") };
const SECOND: Generation = { number: 2, from: civilDate("2019-09-14"), lastDay: civilDate("2029-09-14") };
const THIRD: Generation = { number: 3, from: civilDate("2023-07-16"), lastDay: civilDate("2033-07-15") };

/** As many as there are checked-in keys of a CA. */
const KEYS = 3;
/** Ours, in the published rhythm: four years of issuing and five of a certificate's life fit into the ten of a CA. */
const STEP_MONTHS = 48;
const GENERATION_MONTHS = 120;
/** Certificates write the years 1950 to 9999 (RFC 5280 §4.1.2.5), and a generation reaches out to both sides. */
const [FIRST_DAY, LAST_DAY] = [civilDate("1970-01-01"), civilDate("9979-12-31")];

/**
 * The generation that issues on a day: the newest that has begun (ours, the day of the change-over is not public). Before
 * the first and after the third published one, generations of ours follow each other every four years, so that no policy
 * date is without a CA. A {@link MisuseError} for days before 1970 or after 9979.
 */
export function generationOn(issuedOn: CivilDate): Generation {
  if (issuedOn < FIRST_DAY || issuedOn > LAST_DAY) {
    throw new MisuseError("issuedOn", `${issuedOn} lies outside ${FIRST_DAY} to ${LAST_DAY}`);
  }
  if (issuedOn >= FIRST.from && issuedOn < THIRD.from) return issuedOn < SECOND.from ? FIRST : SECOND;
  const published = issuedOn < FIRST.from ? FIRST : THIRD;
  return generation(published.number + Math.floor(fullMonths(published.from, issuedOn) / STEP_MONTHS));
}

/** The CA that issues on a day, made once for each source of keys. */
export function authorityOf(
  kind: RenewedAuthorityKind,
  issuedOn: CivilDate,
  keys: KeySource = checkedInKeys,
): Authority {
  return founded(kind, generationOn(issuedOn), keys);
}

/**
 * The CAs a verifier knows on a day: the three newest that have begun by then, oldest first. All have one name, so a
 * verifier must try keys (my-number-card.md §4.1). There are three keys, used in turn (ours): what older generations issued
 * is found to be genuine as well, and two generations with one key are never valid at the same time.
 */
export function authorityGenerations(
  kind: RenewedAuthorityKind,
  on: CivilDate,
  keys: KeySource = checkedInKeys,
): readonly Authority[] {
  const { number } = generationOn(on);
  return [number - 2, number - 1, number].map((each) => founded(kind, generation(each), keys));
}

const kept = keptBySource<Authority>();

function founded(kind: RenewedAuthorityKind, period: Generation, keys: KeySource): Authority {
  return kept(keys, `${kind}/${period.number}`, () => {
    const turn = (((period.number - 1) % KEYS) + KEYS) % KEYS; // numbers below 1 have a negative remainder
    return selfSigned(kind, period, keys.keyOf(AUTHORITIES[kind].key, turn));
  });
}

function generation(number: number): Generation {
  if (number === SECOND.number) return SECOND;
  const published = number <= FIRST.number ? FIRST : THIRD;
  if (number === published.number) return published;
  const from = addMonths(published.from, (number - published.number) * STEP_MONTHS);
  return { number, from, lastDay: endOfTerm(from, GENERATION_MONTHS) };
}

/** Whole months from one day to another; rounded towards the past when the other lies before. */
function fullMonths(from: CivilDate, to: CivilDate): number {
  const months = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(4, 6));
  return months(to) - months(from) - (to.slice(6) < from.slice(6) ? 1 : 0);
}
