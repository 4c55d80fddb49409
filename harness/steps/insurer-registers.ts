import { addDays, type CivilDate, DAY_MS, dateAt } from "../../simulator/kernel/civil-time.ts";
import { start } from "../../simulator/kernel/process.ts";
import { InsurerFeed } from "../../simulator/neighbours/insurer-feed.ts";
import type { Eligibility } from "../../simulator/population/person.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /**
     * A new employer's insurer registers a persona from a day on, and the centre learns of it later: the scenario goes on
     * meanwhile. The insurance before ends on the same day, without a gap (eligibility-rules.md §11).
     */
    readonly "insurer-registers": {
      readonly persona: PersonaId;
      /** Days from today to the first day of the new insurance; 0 is today. */
      readonly fromDay: number;
      /** Days until the centre knows. */
      readonly afterDays: number;
    };
  }
}

export const insurerRegisters = stepRunner({
  step: "insurer-registers",
  title: { ja: "保険者による資格の登録", en: "an insurer registers a new insurance" },
  *run({ persona, fromDay, afterDays }, { world, strand }) {
    const feed = new InsurerFeed({ clock: world.clock, ledger: world.ledger });
    const row = nextInsurance(addDays(dateAt(world.clock.nowMs), fromDay));
    start(feed.registers(persona, row, afterDays * DAY_MS, strand.fork()), (outcome) => {
      if ("error" in outcome) throw outcome.error;
    });
    yield* [];
  },
});

/** An insurance nobody of the computed population has: a fictitious health society (eligibility-rules.md §12.3). */
function nextInsurance(acquired: CivilDate): Eligibility {
  return {
    cardClassification: "01",
    insurerNumber: "06990014",
    insurerName: "架空次職健康保険組合",
    symbol: "次職",
    number: "9990001",
    branch: "00",
    personalFamily: "1",
    acquired,
    issued: acquired,
    validFrom: acquired,
  };
}
