import { OPEN_SCOPES } from "../central/gates.ts";
import { type Ledger, rowOf } from "../central/ledger.ts";
import type { Strand } from "../kernel/pco.ts";
import type { Process } from "../kernel/process.ts";
import type { DisasterScope } from "../rules/disaster-view.ts";

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** From the ministry to the centre: an area and a period in which the disaster view is open. */
    "disaster.scope": { readonly live: DisasterScope; readonly kept: DisasterScope };
  }
}

/** The ministry opens the disaster view for an area and a period; earlier ones stay (eligibility-rules.md §15.2). */
export function* opensDisasterView(scope: DisasterScope, ledger: Ledger, strand: Strand): Process<void> {
  const passage = yield* strand.cross("disaster.scope", scope);
  const before = rowOf(ledger, "disasterScopes", OPEN_SCOPES);
  const scopes = [...(before?.scopes ?? []), ...passage.delivered];
  ledger.apply([{ table: "disasterScopes", key: OPEN_SCOPES, row: { scopes } }]);
}
