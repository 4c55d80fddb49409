import { InsurerFeed } from "../../simulator/neighbours/insurer-feed.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /**
     * The insurer puts a record right: what it wrote oddly, or to whom it linked a card, after the call centre heard of it
     * (requirements.md R3-25, R3-26).
     */
    readonly "insurer-corrects": { readonly persona: PersonaId; readonly what: "writing" | "link" };
  }
}

export const insurerCorrects = stepRunner({
  step: "insurer-corrects",
  title: { ja: "保険者による訂正", en: "the insurer puts a record right" },
  *run({ persona, what }, { world, strand }) {
    const feed = new InsurerFeed({ clock: world.clock, ledger: world.ledger });
    const { id, certificate, person } = world.actor(persona);
    if (what === "link") return yield* feed.links(certificate.serial, id, strand);
    const { name, kana, eligibilities } = person;
    yield* feed.changes("data", id, (known) => ({ ...known, name, kana, eligibilities }), strand);
  },
});
