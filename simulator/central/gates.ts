import type { DisasterScope } from "../rules/disaster-view.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** Facility code → from when the outage function is open for it (requirements.md SYS-39). */
    readonly outageGate: { readonly opensAtMs: number };
    /** {@link OPEN_SCOPES} → every area and period in which the disaster view is open (SYS-40). Another gate altogether. */
    readonly disasterScopes: { readonly scopes: readonly DisasterScope[] };
  }
}

/** Key of the one row of `disasterScopes`. */
export const OPEN_SCOPES = "all";
