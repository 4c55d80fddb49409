import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk looks at the limit class and the specific diseases of a visit's patient. */
    readonly "show-benefits": { readonly visit: string };
  }
}

export const showBenefits = stepRunner({
  step: "show-benefits",
  title: { ja: "限度額・特定疾病の表示", en: "limit class and specific diseases shown" },
  *run({ visit }, { subject }) {
    yield* subject.act({ do: "show-benefits", visit });
  },
});
