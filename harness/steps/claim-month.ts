import { addMonths, dateAt } from "../../simulator/kernel/civil-time.ts";
import type { World } from "../world.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** Claims are made of last month's care, and of this month's so far: a scenario may run from any day on. */
    readonly "claim-month": object;
  }
}

declare module "../director.ts" {
  interface KeptStep {
    /** Months that are claimed, `yyyymm`. */
    readonly months?: readonly string[];
  }
}

function monthsAt({ clock }: World): readonly string[] {
  const today = dateAt(clock.nowMs);
  return [addMonths(today, -1), today].map((day) => day.slice(0, 6));
}

export const claimMonth = stepRunner({
  step: "claim-month",
  title: { ja: "月次の請求", en: "claims of a month" },
  *run(_step, { world, subject }) {
    for (const month of monthsAt(world)) yield* subject.act({ do: "claim-month", month });
  },
  keeps: (_step, world) => ({ months: monthsAt(world) }),
});
