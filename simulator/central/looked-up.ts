import type { WhoIsIt } from "../messages/kinds/web-screens.ts";
import type { InsuredPerson } from "../population/person.ts";
import { plainName } from "../population/plain-name.ts";
import { shownRows } from "../rules/validity-by-card.ts";
import type {} from "./aid-rows.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** {@link identityKey} → people of that name and birth date. */
    readonly identity: { readonly personIds: readonly string[] };
    /**
     * A whole address → people who live there. Of the computed country nobody can be found by name alone (docs/population.md); an
     * address leads to its home.
     */
    readonly residents: { readonly personIds: readonly string[] };
  }
}

/** Key of a name with a birth date. */
export function identityKey(name: string, birthdate: string): string {
  return `${plainName(name)}/${birthdate}`;
}

/** Rows in which a look-up by items finds people. */
export function lookedUpKeys(who: WhoIsIt, slice: LedgerSlice): readonly LedgerKey[] {
  const { Name = "", Birthdate = "", Address = "" } = who;
  return [
    ["identity", identityKey(Name, Birthdate)],
    ...(Address === "" ? [] : [["residents", Address] as const]),
    ...idsOf(who, slice).flatMap((id): readonly LedgerKey[] => [
      ["person", id],
      ["aid", id],
    ]),
  ];
}

/** Who was registered under the name comes before who lives at the address: a persona hides the computed person it stands on. */
function idsOf({ Name = "", Birthdate = "", Address = "" }: WhoIsIt, slice: LedgerSlice): readonly string[] {
  const named = slice.get("identity", identityKey(Name, Birthdate))?.personIds ?? [];
  return named.length > 0 || Address === "" ? named : (slice.get("residents", Address)?.personIds ?? []);
}

/** People whom every given item fits; an address fits when one begins with the other, for people leave parts out (ours). */
export function lookedUp(who: WhoIsIt, slice: LedgerSlice): readonly InsuredPerson[] {
  const { Name = "", Birthdate = "", Sex = "", Address = "", InsurerName = "" } = who;
  const key = identityKey(Name, Birthdate);
  return idsOf(who, slice)
    .flatMap((id) => slice.get("person", id) ?? [])
    .filter((person) => {
      const { name, alias, birthdate, sex, address } = person;
      return (
        [name, alias?.name ?? name].some((one) => identityKey(one, birthdate) === key) &&
        sex === Sex &&
        (Address === "" || address.startsWith(Address) || Address.startsWith(address)) &&
        (InsurerName === "" || insurersOf(person, slice).includes(InsurerName))
      );
    });
}

/** Names of the insurers of what may be shown; of 医療扶助 the office's, which stands there in its record. */
function insurersOf(person: InsuredPerson, slice: LedgerSlice): readonly string[] {
  const office = slice.get("aid", person.id)?.officeName;
  return [...shownRows(person).map(({ insurerName }) => insurerName), ...(office === undefined ? [] : [office])];
}
