import { registerSubsidies } from "../../simulator/neighbours/pmh.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The municipality marks every certificate of somebody as deleted in PMH: the eligibility is lost (eligibility-rules.md §10.3). */
    readonly "municipality-deletes": { readonly persona: PersonaId };
  }
}

export const municipalityDeletes = stepRunner({
  step: "municipality-deletes",
  title: { ja: "自治体が受給者証を削除登録", en: "the municipality deletes the certificates" },
  *run({ persona }, { world, strand }) {
    const { subsidies } = world.actor(persona);
    for (const body of new Set(subsidies.map((entry) => entry.body))) {
      const entries = subsidies
        .filter((entry) => entry.body === body)
        .map((entry) => ({ ...entry, deleted: true as const }));
      yield* registerSubsidies({ body, personId: persona, entries }, world.ledger, strand);
    }
  },
});
