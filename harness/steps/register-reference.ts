import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The receipt system registers its patient key at the centre (receipt-system-interface.md SEQ-05). */
    readonly "register-reference": { readonly visit: string };
  }
}

export const registerReference = stepRunner({
  step: "register-reference",
  title: { ja: "照会番号の登録", en: "registers the reference number" },
  run: ({ visit }, { subject }) => subject.act({ do: "register-reference", visit }),
});
