import { addDays, dateAt } from "../../simulator/kernel/civil-time.ts";
import { opensDisasterView } from "../../simulator/neighbours/ministry.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The ministry opens the disaster view from today on, for the facility's municipality or another one. */
    readonly "ministry-opens": { readonly area: "here" | "elsewhere"; readonly days: number };
  }
}

/** A municipality no facility on stage lies in. */
const ELSEWHERE = "架空村";

export const ministryOpens = stepRunner({
  step: "ministry-opens",
  title: { ja: "厚生労働省が災害時の特別措置を指定", en: "the ministry opens the disaster view" },
  *run({ area, days }, { world, strand }) {
    const { clock, ledger, facility } = world;
    const from = dateAt(clock.nowMs);
    const scope = {
      municipalities: [area === "here" ? facility.municipality : ELSEWHERE],
      from,
      until: addDays(from, days - 1),
    };
    yield* opensDisasterView(scope, ledger, strand);
  },
});
