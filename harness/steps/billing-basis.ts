import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** Which data does the visit go on a claim with? */
    readonly "billing-basis": { readonly visit: string };
  }
}

export const billingBasis = stepRunner({
  step: "billing-basis",
  title: { ja: "請求に使う資格", en: "with which insurance is it billed?" },
  run: ({ visit }, { subject }) => subject.act({ do: "billing-basis", visit }),
});
