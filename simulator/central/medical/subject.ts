import type { CivilDate } from "../../kernel/civil-time.ts";
import type { Eligibility, InsuredPerson } from "../../population/person.ts";
import { isAidPayer } from "../../population/recipient-number.ts";
import { shownRows } from "../../rules/validity-by-card.ts";
import { aidHolder } from "../aid-holder.ts";
import { settingsKey } from "../facility-settings.ts";
import type { LedgerKey, LedgerSlice } from "../ledger.ts";
import type { CentralContext } from "../service.ts";
import { keysUnder, type NumberRow, numberRow, shownUnder } from "../under-number.ts";
import { type VisitFlag, visitConsentKey } from "../visit-consent.ts";
import { EMERGENCY_FLAG, emergencyViewKey } from "./emergency-view.ts";

/** The keys a request for medical information names a person by (receipt-system-interface.md §2.11). */
export interface MedicalKeys {
  readonly InsurerNumber: string;
  readonly InsuredPersonIdentificationNumber: string;
  readonly BranchNumber?: string;
}

/** Whose information is asked for, and the insurance named. */
export interface MedicalSubject {
  readonly person: InsuredPerson;
  readonly row: Eligibility;
}

/** OQSCD028: 2 home visits, 3 online visits; everything else rests on the card. */
export function visitFlagOf(flag: string | undefined): VisitFlag | undefined {
  return flag === "2" || flag === "3" ? flag : undefined;
}

const rowOf = ({ InsurerNumber, InsuredPersonIdentificationNumber: number }: MedicalKeys): NumberRow =>
  numberRow({ InsurerNumber, InsuredIdentificationNumber: number });

/** Rows a request for medical information touches: who shares the number, and what each consented to here. */
export function medicalRows(
  keys: MedicalKeys,
  flag: string | undefined,
  slice: LedgerSlice,
  { facility }: CentralContext,
): readonly LedgerKey[] {
  const row = rowOf(keys);
  const visit = visitFlagOf(flag);
  return [
    settingsKey(facility),
    ...keysUnder(row, slice, (id) => [
      ...(row[0] === "recipient" ? [["aid", id] as const] : []),
      ...(flag === EMERGENCY_FLAG ? [emergencyViewKey(id, facility.code)] : []),
      visit === undefined ? ["consent", `${id}/${facility.code}`] : visitConsentKey(id, facility.code, visit),
    ]),
  ];
}

/** The person of a request: who shares the number and has the branch. An insurer hides nobody: a row on hold has none. */
export function medicalSubject(
  keys: MedicalKeys,
  slice: LedgerSlice,
  { today }: Pick<CentralContext, "today">,
): MedicalSubject | undefined {
  if (isAidPayer(keys.InsurerNumber)) return aidSubject(keys, slice, today);
  for (const person of shownUnder(rowOf(keys), slice)) {
    const row = shownRows(person).find(
      ({ insurerNumber, number, branch }) =>
        insurerNumber === keys.InsurerNumber &&
        number === keys.InsuredPersonIdentificationNumber &&
        (branch ?? "") === (keys.BranchNumber ?? ""),
    );
    if (row !== undefined) return { person, row };
  }
  return undefined;
}

/** Somebody with 医療扶助 is named by payer and recipient number; the consent by card counts as with an insurance (requirements.md R0-25). */
function aidSubject(
  { InsurerNumber, InsuredPersonIdentificationNumber: number }: MedicalKeys,
  slice: LedgerSlice,
  today: CivilDate,
): MedicalSubject | undefined {
  const found = aidHolder({ InsurerNumber, InsuredIdentificationNumber: number }, today, slice);
  if (found === undefined) return undefined;
  const { payerNumber, officeName, startedOn } = found.aid;
  const row = {
    cardClassification: "A1",
    insurerNumber: payerNumber,
    insurerName: officeName,
    number,
    acquired: startedOn,
  };
  return { person: found.person, row };
}
