import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The receipt system prints a slip of the visit. */
    readonly "print-slip": { readonly visit: string };
  }
}

export const printSlip = stepRunner({
  step: "print-slip",
  title: { ja: "帳票の印刷", en: "prints a slip" },
  run: ({ visit }, { subject }) => subject.act({ do: "print-slip", visit }),
});
