import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk fetches every ticket entrusted to the facility this month (receipt-system-interface.md SEQ-09). */
    readonly "pull-tickets": object;
  }
}

export const pullTickets = stepRunner({
  step: "pull-tickets",
  title: { ja: "委託先資格情報の一括取得", en: "fetches entrusted tickets" },
  *run(_step, { subject }) {
    yield* subject.act({ do: "pull-tickets" });
  },
});
