import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk lists every public expense stored with a chart. */
    readonly "list-certificates": object;
  }
}

export const listCertificates = stepRunner({
  step: "list-certificates",
  title: { ja: "登録済み公費の一覧", en: "lists stored public expenses" },
  *run(_step, { subject }) {
    yield* subject.act({ do: "list-certificates" });
  },
});
