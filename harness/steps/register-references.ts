import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The receipt system registers the keys of patients it knows already (SEQ-06). */
    readonly "register-references": { readonly charts: readonly string[] };
  }
}

export const registerReferences = stepRunner({
  step: "register-references",
  title: { ja: "照会番号の一括登録", en: "registers many reference numbers" },
  run: ({ charts }, { subject }) => subject.act({ do: "register-references", charts }),
});
