import type { CivilDate } from "../kernel/civil-time.ts";
import { aidUnderNumber } from "../population/aid-under-number.ts";
import type { MedicalAid } from "../population/medical-aid.ts";
import type { InsuredPerson } from "../population/person.ts";
import type { LedgerSlice } from "./ledger.ts";
import type { SearchItems } from "./number-search.ts";
import { numberRow, shownUnder } from "./under-number.ts";

/** Who has the numbers of a ticket on a day, and their aid with the tickets under these numbers. */
export interface AidHolder {
  readonly person: InsuredPerson;
  readonly aid: MedicalAid;
}

/**
 * Who payer and recipient number lead to on a day. The number may have been another person's before, and the person may have
 * another by now (eligibility-rules.md §13.2). The birth date is compared where it is given (§3.4, A).
 */
export function aidHolder(search: SearchItems, on: CivilDate, slice: LedgerSlice): AidHolder | undefined {
  const { InsurerNumber: payerNumber = "", InsuredIdentificationNumber: recipientNumber = "", Birthdate } = search;
  for (const person of shownUnder(numberRow(search), slice)) {
    if (Birthdate && person.birthdate !== Birthdate) continue;
    const registered = slice.get("aid", person.id);
    const aid = registered && aidUnderNumber(registered, { payerNumber, recipientNumber }, on);
    if (aid !== undefined) return { person, aid };
  }
  return undefined;
}
