import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /**
     * The monthly statement comes, and with it the notices of the review; the clerk works them in. Wait until the fifth of the
     * month after the review first: a `wait` step leaps in live mode, this one does not.
     */
    readonly "monthly-statement": object;
  }
}

export const monthlyStatement = stepRunner({
  step: "monthly-statement",
  title: { ja: "増減点連絡書の到着", en: "the monthly statement" },
  *run(_step, { world, subject, strand }) {
    for (const notice of yield* world.review.statement(strand)) yield* subject.act({ do: "claim-notice", notice });
  },
});
