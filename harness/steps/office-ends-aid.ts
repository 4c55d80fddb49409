import { dateAt } from "../../simulator/kernel/civil-time.ts";
import { WelfareOffice } from "../../simulator/neighbours/welfare-office.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The welfare office stops or ends the aid of somebody: today is the first day not covered (eligibility-rules.md §13.1). */
    readonly "office-ends-aid": { readonly persona: PersonaId };
  }
}

export const officeEndsAid = stepRunner({
  step: "office-ends-aid",
  title: { ja: "福祉事務所が医療扶助を停止・廃止", en: "the welfare office ends the aid" },
  *run({ persona }, { world, strand }) {
    yield* new WelfareOffice(world).ends(persona, dateAt(world.clock.nowMs), strand);
  },
});
