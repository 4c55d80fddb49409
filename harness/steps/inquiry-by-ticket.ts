import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { InquiryKeys } from "../subjects/subject.ts";
import type { World } from "../world.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk types the numbers of a paper ticket 医療券 (requirements.md R0-02, R0-16). */
    readonly "inquiry-by-ticket": { readonly visit: string; readonly persona: PersonaId };
  }
}

export const inquiryByTicket = stepRunner({
  step: "inquiry-by-ticket",
  title: { ja: "医療券の番号による照会", en: "inquiry by the numbers of a ticket" },
  *run({ visit, persona }, { world, subject }) {
    yield* subject.act({ do: "inquire", visit, keys: ticketKeys(persona, world), limitConsent: false });
  },
  keeps: ({ persona }, world) => ({ keys: ticketKeys(persona, world) }),
});

function ticketKeys(persona: PersonaId, world: World): InquiryKeys {
  const { aid, person } = world.actor(persona);
  if (aid === undefined) throw new MisuseError("persona", `${persona} has no 医療扶助 and so no ticket`);
  return { insurerNumber: aid.payerNumber, number: aid.recipientNumber, birthdate: person.birthdate };
}
