import { type Ledger, rowOf } from "../central/ledger.ts";
import { addMonths, type CivilDate, civilDate, dateAt, endOfMonth, HOUR_MS, midnightMs } from "../kernel/civil-time.ts";
import type { Clock } from "../kernel/clock.ts";
import { MisuseError } from "../kernel/errors.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep } from "../kernel/process.ts";
import type { Eligibility } from "../population/person.ts";
import { policyOf } from "../population/policy.ts";
import type { Claim, ClaimNotice } from "./claim.ts";
import { isBilled, knownRows, type ReviewedClaim, reviewClaim } from "./claim-review.ts";

declare module "../central/ledger.ts" {
  interface LedgerTables {
    /** `facility/month/claim id` → what the review made of the claim. */
    readonly reviewedClaim: ReviewedClaim;
  }
}

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** From the facility to the review body: a claim as it was made. */
    "claims.submitted": { readonly live: Claim; readonly kept: Claim };
    /** From the review body to the facility: a notice 資格確認結果連絡書, with the monthly statement. */
    "claims.result": { readonly live: ClaimNotice; readonly kept: ClaimNotice };
  }
}

/** Claims one submission may hold (ours: a large hospital's month). */
const MOST_CLAIMS = 100_000;
/** The statement comes about the fifth (eligibility-rules.md §9.2 [P48]); the hour, before practices open, is ours. */
const STATEMENT_DAY = "05";
const STATEMENT_HOUR_MS = 8 * HOUR_MS;

/**
 * The review body 審査支払機関: takes the claims of a facility, looks up each patient's eligibility on each day of care, and
 * tells what it moved with the monthly statement (eligibility-rules.md §9.2, requirements.md CLM).
 */
export class ReviewBody {
  readonly #clock: Clock;
  readonly #ledger: Ledger;
  #untold: { readonly dueMs: number; readonly notice: ClaimNotice }[] = [];

  constructor(clock: Clock, ledger: Ledger) {
    this.#clock = clock;
    this.#ledger = ledger;
  }

  /**
   * Reviews claims as they come in. A claim that was reviewed before keeps what it became: sending it again moves nothing
   * and tells nothing.
   */
  submit(claims: readonly Claim[], strand: Strand): readonly ReviewedClaim[] {
    if (claims.length > MOST_CLAIMS) {
      throw new MisuseError("claims", `${claims.length} claims are more than one submission may hold: ${MOST_CLAIMS}`);
    }
    return claims.map((claim) => {
      strand.note("claims.submitted", claim);
      const key = `${claim.facility}/${claim.month}/${claim.id}`;
      const known = rowOf(this.#ledger, "reviewedClaim", key);
      if (known !== undefined) return known;
      // "Claims of a month" is read as the month of care (ours). Before there was a check nothing was moved.
      const rule = policyOf(endOfMonth(civilDate(`${claim.month}01`)))?.claimTransfer ?? "none";
      const reviewed = reviewClaim(claim, this.#rowsOf(claim), rule);
      this.#ledger.apply([{ table: "reviewedClaim", key, row: reviewed }]);
      if (reviewed.notice !== undefined) this.#untold.push({ dueMs: this.#statementMs(), notice: reviewed.notice });
      return reviewed;
    });
  }

  /** Waits for the statement that tells of the claims so far and hands out its notices, each as often as it arrives. */
  *statement(strand: Strand): Process<readonly ClaimNotice[]> {
    const untold = this.#untold;
    this.#untold = [];
    const told: ClaimNotice[] = [];
    for (const { dueMs, notice } of untold) {
      if (dueMs > this.#clock.nowMs) yield* sleep(this.#clock, dueMs - this.#clock.nowMs);
      told.push(...(yield* strand.cross("claims.result", notice)).delivered);
    }
    return told;
  }

  #statementMs(): number {
    return midnightMs(statementDay(dateAt(this.#clock.nowMs))) + STATEMENT_HOUR_MS;
  }

  /** The eligibilities of the one person whom keys and birth date name; nobody's where there are none or several. */
  #rowsOf({ insurance, patient }: Claim): readonly Eligibility[] {
    const key = `${insurance.insurerNumber}/${insurance.number}`;
    const ids = rowOf(this.#ledger, "insured", key)?.personIds ?? [];
    const rows = this.#ledger.read(ids.map((id) => ["person", id] as const));
    const people = ids.flatMap((id) => {
      const person = rows.get("person", id);
      const suits =
        person?.birthdate === patient.birthdate && person.eligibilities.some((row) => isBilled(row, insurance));
      return suits ? [person] : [];
    });
    const [person, another] = people;
    return person === undefined || another !== undefined ? [] : knownRows(person, this.#clock.nowMs);
  }
}

/** The day of the statement that tells of claims reviewed on a day: the fifth of the month after. */
export function statementDay(reviewedOn: CivilDate): CivilDate {
  return civilDate(`${addMonths(reviewedOn, 1).slice(0, 6)}${STATEMENT_DAY}`);
}
