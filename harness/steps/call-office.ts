import { WelfareOffice } from "../../simulator/neighbours/welfare-office.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk phones the welfare office about a patient without a ticket, and notes the answer (requirements.md R0-10). */
    readonly "call-office": { readonly visit: string; readonly persona: PersonaId };
  }
}

/** 担当者 of every facility on stage; invented. */
const CALLER = "窓口　一子";

export const callOffice = stepRunner({
  step: "call-office",
  title: { ja: "福祉事務所への電話", en: "phones the welfare office" },
  *run({ visit, persona }, { world, subject, strand }) {
    const office = new WelfareOffice(world);
    const answer = yield* office.answers(persona, { facility: world.facility.code, caller: CALLER }, strand);
    yield* subject.act({ do: "note-phone", visit, answer });
  },
});
