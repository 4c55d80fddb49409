import type { CivilDate } from "../kernel/civil-time.ts";
import { VALIDITY } from "../messages/code-lists.ts";
import type { QualificationResult } from "../messages/kinds/siquc01.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import { isAidOnline } from "../population/policy.ts";
import { isHeldBack } from "../rules/protection.ts";
import { judgeByCard } from "../rules/validity-by-card.ts";
import { aidStateAt } from "../rules/validity-by-ticket.ts";
import { aidPart } from "./aid-records.ts";
import { rowOn } from "./earlier-rows.ts";
import type { LedgerSlice } from "./ledger.ts";
import { eligibilityResult } from "./qualification-answer.ts";
import type { CentralContext } from "./service.ts";

/** Somebody found without a card, with the eligibility of a day. */
export interface FoundWithoutCard {
  readonly person: InsuredPerson;
  /** Insurances of the day, or the last one. */
  readonly rows: readonly Eligibility[];
  /** Whether 医療扶助 is among the records. */
  readonly aided: boolean;
  /** Records of the insurances, and behind them that of 医療扶助. */
  readonly results: readonly QualificationResult[];
}

/**
 * Those people whom a card would find on a day, with what it would bring. Whoever the J-LIS comparison holds back is not told
 * apart from nobody (eligibility-rules.md §3.2 rows 5 and 6, §15.4). That 医療扶助 comes too, as by card, is ours: §15 is silent.
 * For a past day the `earlierKeys` of the people must have been read.
 */
export function foundWithoutCard(
  people: readonly InsuredPerson[],
  on: CivilDate,
  slice: LedgerSlice,
  cx: CentralContext,
): readonly FoundWithoutCard[] {
  return people.flatMap((person) => {
    const aid = isAidOnline(on) && !isHeldBack(person) ? slice.get("aid", person.id) : undefined;
    const judged = judgeByCard(person, on, aid && aidStateAt(aid, cx.facility.code, on));
    if (judged.validity === VALIDITY.none) return [];
    const rows = judged.rows.map((row) => rowOn(person.id, row, on, slice, cx));
    const records = aid === undefined ? [] : aidPart(person, aid, rows, on, cx).records;
    return [
      {
        person,
        rows,
        aided: records.length > 0,
        results: [...rows.map((row) => eligibilityResult(person, row, on)), ...records],
      },
    ];
  });
}
