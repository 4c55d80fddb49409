import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** Claims are made of the care of a month, `yyyymm`. */
    readonly "claim-month": { readonly month: string };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    readonly month?: string;
  }
}

export const claimMonth = stepRunner({
  step: "claim-month",
  title: { ja: "月次の請求", en: "claims of a month" },
  *run({ month }, { subject }) {
    yield* subject.act({ do: "claim-month", month });
  },
  keeps: ({ month }) => ({ month }),
});
