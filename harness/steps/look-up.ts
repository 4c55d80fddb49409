import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { QualificationResult } from "../../simulator/messages/kinds/siquc01.ts";
import type { WebScreens } from "../../simulator/messages/kinds/web-screens.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { Actor } from "../stage.ts";
import { keysOf } from "../subjects/result-reading.ts";
import { type StepOf, stepRunner } from "./step-runner.ts";
import "./web-screen.ts";

declare module "../scenario.ts" {
  interface Steps {
    /**
     * The clerk looks somebody up on the terminal's web screen, without a card: after an outage or in a disaster, by what the
     * patient says and the card's face shows. What is found is typed into the receipt system.
     */
    readonly "look-up": {
      readonly visit: string;
      readonly persona: PersonaId;
      readonly gate: "outage" | "disaster";
      /** Disaster: whether the patient agreed; `oral` when left out. */
      readonly consent?: "oral" | "unconscious" | "none";
      /** Disaster: for care when left out. */
      readonly purpose?: "care" | "other";
      /** An item the clerk does not give. */
      readonly without?: "sex" | "address";
    };
  }
}

/** What the web screen answers with, as far as a clerk reads it. */
type Shown = WebScreens["SIMoutageLookup"]["answer"];

export const lookUp = stepRunner({
  step: "look-up",
  title: { ja: "Web画面での照会", en: "look-up on the web screen" },
  *run(step, { world, subject, strand }) {
    const { visit, gate } = step;
    const actor = world.actor(step.persona);
    const kind = gate === "outage" ? "SIMoutageLookup" : "SIMdisasterView";
    const query =
      gate === "outage" ? { ...whoIs(actor, step), Day: dateAt(world.clock.nowMs) } : disasterQuery(actor, step);
    const reply = yield* world.centre.ask(kind, query, strand);
    const answer = "status" in reply && reply.status === "ok" ? (reply.body as Shown) : undefined;
    const outcome = answer?.Outcome ?? "no-answer";
    const results = (answer?.Results ?? []) as readonly QualificationResult[];
    // The insurance comes first; somebody with 医療扶助 alone has its numbers in the same place.
    const insurance = results.map(keysOf).find((keys) => keys !== undefined);
    const withheld = results.length > 0 && insurance === undefined;
    strand.note("web.screen", { visit, gate, outcome, ...(withheld ? { withheld } : {}) });
    yield* subject.act({ do: "attach", visit, gate, outcome, ...(insurance === undefined ? {} : { insurance }) });
  },
});

function whoIs({ person }: Actor, { without }: StepOf<"look-up">) {
  return {
    Name: person.name,
    Birthdate: person.birthdate,
    ...(without === "sex" ? {} : { Sex: person.sex }),
    ...(without === "address" ? {} : { Address: person.address }),
  };
}

function disasterQuery(actor: Actor, step: StepOf<"look-up">) {
  return { ...whoIs(actor, step), Purpose: step.purpose ?? "care", Consent: step.consent ?? "oral" };
}
