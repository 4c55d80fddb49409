import { addDays, dateAt } from "../../simulator/kernel/civil-time.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk fetches everyone who consented: at home by the days of the last month, online by today's visits. */
    readonly "fetch-consented": { readonly visits: "home" | "online" };
  }
}

/** Days back a facility asks for. */
const A_MONTH = 31;

export const fetchConsented = stepRunner({
  step: "fetch-consented",
  title: { ja: "同意済み患者の一括取得", en: "fetches the patients who consented" },
  *run({ visits }, { world, subject }) {
    const today = dateAt(world.clock.nowMs);
    const from = visits === "home" ? addDays(today, -A_MONTH) : today;
    yield* subject.act({ do: "fetch-consented", visits, from, to: today });
  },
});
