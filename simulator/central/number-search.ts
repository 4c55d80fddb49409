import { type CivilDate, isCivilDate } from "../kernel/civil-time.ts";
import { searchInfo } from "../messages/kinds/siquc01.ts";
import { tableWith } from "../messages/profiled-kinds.ts";
import { validate } from "../messages/validate.ts";
import { hasValidCheckDigit } from "../population/check-digit.ts";
import { isAidPayer } from "../population/recipient-number.ts";
import type { NumberKeys } from "../rules/validity-by-number.ts";
import type { CentralContext } from "./service.ts";

/** Keys as a request carries them; an empty element means as much as none: the card has none (§2.2). */
export interface SearchItems {
  readonly InsurerNumber?: string;
  readonly InsuredCardSymbol?: string;
  readonly InsuredIdentificationNumber?: string;
  readonly InsuredBranchNumber?: string;
  readonly Birthdate?: string;
}

/** Why a row is an error; codes are ours (receipt-system-interface.md §8.1). */
export type RowError = "SIM-E-002" | "SIM-E-003" | "SIM-E-004" | "SIM-P-101" | "SIM-P-102" | "SIM-P-103" | "SIM-P-104";

/** Key of the ledger tables `insured` and `recipient`. */
export const insuredKey = ({ InsurerNumber = "", InsuredIdentificationNumber = "" }: SearchItems): string =>
  `${InsurerNumber}/${InsuredIdentificationNumber}`;

/** Keys of the number path. */
export function numberKeys(items: SearchItems): NumberKeys {
  return {
    insurerNumber: items.InsurerNumber ?? "",
    symbol: items.InsuredCardSymbol || undefined,
    number: items.InsuredIdentificationNumber ?? "",
    branch: items.InsuredBranchNumber || undefined,
    birthdate: items.Birthdate ?? "",
  };
}

/** The day an inquiry asks about; what is no date counts as today (ours). */
export function dayAsked(written: string, { today }: Pick<CentralContext, "today">): CivilDate {
  return written === today || !isCivilDate(written) ? today : written;
}

const EIGHT = /^(?: {2}\d{6}|\d{8})$/;

/** An insurer number that cannot exist is an error of the person, not "nobody found" (eligibility-rules.md §3.3 row 1). */
export function insurerNumberError(
  { InsurerNumber = "" }: SearchItems,
  { profile }: Pick<CentralContext, "profile">,
): RowError | undefined {
  const digits = InsurerNumber.trim();
  if (!EIGHT.test(InsurerNumber)) return "SIM-P-102";
  // Zeros in front of a six-digit number are refused by default (receipt-system-interface.md §8.15, ours).
  if (digits.startsWith("00") && !profile.lenient.zeroFill) return "SIM-P-102";
  return hasValidCheckDigit(digits) ? undefined : "SIM-P-103";
}

/** 協会けんぽ always has a symbol, so a row without one is a slip (receipt-system-interface.md §5.12, ours). */
const WITH_SYMBOL = /^01/;

/** What is wrong with a row of a bulk inquiry; undefined when it can be judged (requirements.md R1-20). */
export function bulkRowError(items: SearchItems, cx: Pick<CentralContext, "profile">): RowError | undefined {
  if (!items.InsuredIdentificationNumber) return "SIM-E-002";
  const insurer = insurerNumberError(items, cx);
  if (insurer !== undefined) return insurer;
  return (isAidPayer(items.InsurerNumber) ? undefined : insuranceRowError(items)) ?? formatError(items, cx);
}

function insuranceRowError({ InsurerNumber = "", InsuredCardSymbol, Birthdate = "" }: SearchItems) {
  if (!isCivilDate(Birthdate)) return "SIM-P-104";
  return WITH_SYMBOL.test(InsurerNumber) && !InsuredCardSymbol ? "SIM-P-101" : undefined;
}

/** What a row has must look as in an inquiry about one person (§2.7); what of the rest must be there is told above. */
function formatError(items: SearchItems, { profile }: Pick<CentralContext, "profile">): RowError | undefined {
  const faults = validate(tableWith(searchInfo, profile.len), items);
  const fault = faults.find(({ code }) => code !== "SIM-E-002")?.code;
  return fault === undefined || fault === "SIM-E-003" ? fault : "SIM-E-004";
}
