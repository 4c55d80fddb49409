import type { WhoIsIt } from "../messages/kinds/web-screens.ts";
import type { InsuredPerson } from "../population/person.ts";
import type { LedgerChange, LedgerKey, LedgerSlice } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** {@link identityKey} → people of that name and birth date. */
    readonly identity: { readonly personIds: readonly string[] };
    /** `facility/instant/person` → one look without a card, for whoever asks later (eligibility-rules.md §15.2). */
    readonly viewLog: { readonly screen: string; readonly personId: string; readonly atMs: number };
  }
}

/** Names compare without the blank between their parts. */
const plain = (name: string): string => name.replace(/[\s\u3000]/g, "");

/** Key of a name with a birth date. */
export function identityKey(name: string, birthdate: string): string {
  return `${plain(name)}/${birthdate}`;
}

/** Rows in which a look-up by items finds people. */
export function lookedUpKeys({ Name = "", Birthdate = "" }: WhoIsIt, slice: LedgerSlice): readonly LedgerKey[] {
  const key = identityKey(Name, Birthdate);
  const ids = slice.get("identity", key)?.personIds ?? [];
  return [["identity", key], ...ids.map((id): LedgerKey => ["person", id])];
}

/** People whom every given item fits; an address fits when one begins with the other, for people leave parts out (ours). */
export function lookedUp(who: WhoIsIt, slice: LedgerSlice): readonly InsuredPerson[] {
  const { Name = "", Birthdate = "", Sex = "", Address = "", InsurerName = "" } = who;
  const ids = slice.get("identity", identityKey(Name, Birthdate))?.personIds ?? [];
  return ids
    .flatMap((id) => slice.get("person", id) ?? [])
    .filter(
      ({ sex, address, eligibilities }) =>
        sex === Sex &&
        (Address === "" || address.startsWith(Address) || Address.startsWith(address)) &&
        (InsurerName === "" || eligibilities.some(({ insurerName }) => insurerName === InsurerName)),
    );
}

/** The entry every look without a card leaves. */
export function logged(screen: string, { id }: InsuredPerson, { facility, nowMs }: CentralContext): LedgerChange {
  return { table: "viewLog", key: `${facility.code}/${nowMs}/${id}`, row: { screen, personId: id, atMs: nowMs } };
}
