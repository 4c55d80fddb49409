import { addDays, DAY_MS, dateAt } from "../../simulator/kernel/civil-time.ts";
import { start } from "../../simulator/kernel/process.ts";
import { InsurerFeed } from "../../simulator/neighbours/insurer-feed.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** A persona left the job; the insurance is lost on the day after the last one (eligibility-rules.md §11). */
    readonly "insurer-ends": {
      readonly persona: PersonaId;
      /** Days from today to the last day of employment; −1 is yesterday. */
      readonly lastDay: number;
      /** Days until the centre knows. */
      readonly afterDays: number;
    };
  }
}

export const insurerEnds = stepRunner({
  step: "insurer-ends",
  title: { ja: "保険者による資格喪失の登録", en: "an insurer registers a loss" },
  *run({ persona, lastDay, afterDays }, { world, strand }) {
    const feed = new InsurerFeed({ clock: world.clock, ledger: world.ledger });
    const leftOn = addDays(dateAt(world.clock.nowMs), lastDay);
    start(feed.endsEmployment(persona, leftOn, afterDays * DAY_MS, strand.fork()), (outcome) => {
      if ("error" in outcome) throw outcome.error;
    });
    yield* [];
  },
});
