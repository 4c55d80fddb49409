import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk looks who pays for a visit, as it will stand on the claim. */
    readonly "list-payers": { readonly visit: string };
  }
}

export const listPayers = stepRunner({
  step: "list-payers",
  title: { ja: "負担者の確認", en: "looks who pays" },
  *run({ visit }, { subject }) {
    yield* subject.act({ do: "list-payers", visit });
  },
});
