import type { LimitCertificate } from "../population/eligibility.ts";
import { limitChanged } from "../rules/limit-changed.ts";
import type { LedgerChange, LedgerKey, LedgerSlice } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** `facility code/person id` → the limit data this facility was last given, as {@link limitText}. */
    readonly limitTold: { readonly text: string };
  }
}

type At = Pick<CentralContext, "facility">;

/** Where it is kept what a facility was told of a person's limit data. */
export const limitToldKey = (personId: string, { facility }: At): LedgerKey => [
  "limitTold",
  `${facility.code}/${personId}`,
];

/** Remembers that limit data were given. */
export function limitToldNow(personId: string, limit: LimitCertificate | undefined, { facility }: At): LedgerChange {
  return { table: "limitTold", key: `${facility.code}/${personId}`, row: { text: limitText(limit) } };
}

/** OQSCD014: whether limit data differ from what this facility was last given (rules/limit-changed.ts). */
export function limitHint(personId: string, limit: LimitCertificate | undefined, slice: LedgerSlice, { facility }: At) {
  const told = slice.get("limitTold", `${facility.code}/${personId}`)?.text;
  return limitChanged.decide({ told, now: limitText(limit) });
}

/** Limit data as a text that differs when anything in them does. */
function limitText(limit: LimitCertificate | undefined): string {
  if (limit === undefined) return "none";
  const { classification, flag, validFrom = "", validUntil = "" } = limit;
  return [classification, flag, validFrom, validUntil].join(" ");
}
