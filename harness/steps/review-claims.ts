import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The review body takes the claims that were made since and looks at them (eligibility-rules.md §9.2). */
    readonly "review-claims": object;
  }
}

export const reviewClaims = stepRunner({
  step: "review-claims",
  title: { ja: "審査支払機関の資格確認", en: "review of the claims" },
  *run(_step, { world, strand }) {
    world.review.submit(world.outbox.splice(0), strand);
    yield* [];
  },
});
