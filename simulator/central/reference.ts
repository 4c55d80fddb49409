import { ensure } from "../kernel/errors.ts";
import { aidUnderNumber } from "../population/aid-under-number.ts";
import { isAidPayer } from "../population/recipient-number.ts";
import { coversOn } from "../rules/coverage.ts";
import type { RuleRowId } from "../rules/index.ts";
import { referenceNumber } from "../rules/reference-number.ts";
import { shownRows } from "../rules/validity-by-card.ts";
import { hasKeys } from "../rules/validity-by-number.ts";
import { aidStateAt } from "../rules/validity-by-ticket.ts";
import type {} from "./aid-rows.ts";
import { type LedgerChange, type LedgerKey, type LedgerSlice, RowMap } from "./ledger.ts";
import { numberKeys, type RowError, type SearchItems } from "./number-search.ts";
import type { CentralContext } from "./service.ts";
import { idsUnder, numberRow } from "./under-number.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** `facility code/person id` → 照会番号 the facility gave this person; it outlasts a change of insurer (SEQ-05). */
    readonly reference: { readonly number: string };
    /** `facility code/照会番号` → whose it is. */
    readonly referenceOwner: { readonly personId: string };
  }
}

/** One registration as a request carries it. */
export interface ReferenceItems extends SearchItems {
  readonly ReferenceNumber?: string;
}

/** How one registration fared: nothing, or the code of its error. */
export type ReferenceError = RowError | "SIM-E-003" | "SIM-P-201" | "SIM-P-202" | undefined;

/** §2.6: at most fifty characters. */
const LONGEST = 50;

/** Where the reference number of a person at a facility is kept. */
export const referenceKeyOf = (personId: string, facility: string): LedgerKey => [
  "reference",
  `${facility}/${personId}`,
];

/** The element that gives a person's reference number back, if one was registered here (§2.4 row 47). */
export function referencePart(
  personId: string,
  slice: LedgerSlice,
  { facility }: Pick<CentralContext, "facility">,
): { readonly ReferenceNumber?: string } {
  const known = slice.get("reference", `${facility.code}/${personId}`);
  return known === undefined ? {} : { ReferenceNumber: known.number };
}

/** Rows a registration touches, as far as they are known. */
export function registrationKeys(
  items: ReferenceItems,
  slice: LedgerSlice,
  { facility }: Pick<CentralContext, "facility">,
): readonly LedgerKey[] {
  const row = numberRow(items);
  const aid = isAidPayer(items.InsurerNumber);
  const ids = idsUnder(row, slice);
  return [
    row,
    ["referenceOwner", `${facility.code}/${items.ReferenceNumber ?? ""}`],
    ...ids.flatMap((id): readonly LedgerKey[] => [[aid ? "aid" : "person", id], referenceKeyOf(id, facility.code)]),
  ];
}

/**
 * Registers one after another; each sees what those before it did. A number the person had before is given up
 * (rules/reference-number.ts).
 */
export function registerAll(
  registrations: readonly ReferenceItems[],
  slice: LedgerSlice,
  cx: CentralContext,
): {
  readonly errors: readonly ReferenceError[];
  readonly changes: readonly LedgerChange[];
  readonly by: readonly RuleRowId[];
} {
  const changed = new RowMap();
  const changes: LedgerChange[] = [];
  const by = new Set<RuleRowId>();
  const seen: LedgerSlice = {
    get: (table, key) => (changed.has(table, key) ? changed.get(table, key) : slice.get(table, key)),
  };
  const errors = registrations.map((items) => {
    const { error, changes: made, row } = register(items, seen, cx);
    if (row !== undefined) by.add(row);
    for (const change of made) changed.set(change.table, change.key, change.row);
    changes.push(...made);
    return error;
  });
  return { errors, changes, by: [...by] };
}

function register(
  items: ReferenceItems,
  slice: LedgerSlice,
  cx: CentralContext,
): { readonly error: ReferenceError; readonly changes: readonly LedgerChange[]; readonly row?: RuleRowId } {
  const { ReferenceNumber: number = "" } = items;
  const lacking = number === "" || !items.InsurerNumber || !items.InsuredIdentificationNumber;
  if (lacking) return { error: "SIM-E-002", changes: [] };
  if ([...number].length > LONGEST) return { error: "SIM-E-003", changes: [] };
  const ids = matching(items, slice, cx);
  const { code } = cx.facility;
  const owner = slice.get("referenceOwner", `${code}/${number}`)?.personId;
  const [id] = ids;
  const usedBy = owner === undefined ? "nobody" : owner === id ? "same-person" : "another-person";
  const { row, result } = referenceNumber.decide({ matches: ids.length, usedBy });
  if (result !== "registered") return { error: result, changes: [], row };
  ensure(id !== undefined, "a registration has somebody");
  const before = slice.get("reference", `${code}/${id}`)?.number;
  return {
    error: undefined,
    changes: [
      ...(before === undefined || before === number
        ? []
        : [{ table: "referenceOwner", key: `${code}/${before}`, row: undefined } as const]),
      { table: "reference", key: `${code}/${id}`, row: { number } },
      { table: "referenceOwner", key: `${code}/${number}`, row: { personId: id } },
    ],
    row,
  };
}

/** Who has the keys today: an insurance that covers the day, or an aid that runs. No birth date is compared (§2.6). */
function matching(items: ReferenceItems, slice: LedgerSlice, { today, facility }: CentralContext): readonly string[] {
  const ids = idsUnder(numberRow(items), slice);
  if (isAidPayer(items.InsurerNumber)) {
    const { InsurerNumber: payerNumber = "", InsuredIdentificationNumber: recipientNumber = "" } = items;
    return ids.filter((id) => {
      const registered = slice.get("aid", id);
      const aid = registered && aidUnderNumber(registered, { payerNumber, recipientNumber }, today);
      return aid !== undefined && aidStateAt(aid, facility.code, today) !== "ended";
    });
  }
  const keys = numberKeys(items);
  return ids.filter((id) => {
    const person = slice.get("person", id);
    return person !== undefined && shownRows(person).some((row) => hasKeys(row, keys) && coversOn(row, today));
  });
}
