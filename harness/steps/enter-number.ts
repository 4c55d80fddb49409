import { carefulWithRecords, type NumberKind } from "../subjects/record-decisions.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk types a number; the check digit may be wrong (requirements.md C74). */
    readonly "enter-number": { readonly visit: string; readonly kind: NumberKind; readonly digits: string };
  }
}

export const enterNumber = stepRunner({
  step: "enter-number",
  title: { ja: "番号の入力", en: "the clerk types a number" },
  run: ({ visit, kind, digits }, { subject }) => subject.act({ do: "enter-number", visit, kind, digits }),
  keeps: ({ kind, digits }) => ({ typed: { kind, digits, right: carefulWithRecords.acceptsNumber(kind, digits) } }),
});
