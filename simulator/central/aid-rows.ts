import type { MedicalAid } from "../population/medical-aid.ts";
import type { SubsidyEntry } from "../population/subsidy.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** Person id → 医療扶助 as the welfare office registered it, with its tickets (eligibility-rules.md §13). */
    readonly aid: MedicalAid;
    /**
     * `payer number/recipient number` → the people who have a ticket under it, or had: an aid number may pass to another person
     * (§13.2). Whose it is on a day the aid says.
     */
    readonly recipient: { readonly personIds: readonly string[] };
    /** `facility code/yyyymm` → people with a ticket there in that month: the key of the bulk pull (§13.3 PULL). */
    readonly entrusted: { readonly personIds: readonly string[] };
    /** Person id → certificates of 医療費助成 in PMH (§10.3). */
    readonly subsidy: { readonly entries: readonly SubsidyEntry[] };
    /** Name of a municipality or prefecture → whether it takes part in PMH; one without a row does (ours; requirements.md R4-14). */
    readonly pmhBody: { readonly joined: boolean };
  }
}
