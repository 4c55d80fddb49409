import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk bills what the certificate says in place of the online data, with a reason (requirements.md C18). */
    readonly override: { readonly visit: string; readonly reason: string };
  }
}

export const override = stepRunner({
  step: "override",
  title: { ja: "券面の情報で請求する判断", en: "decides to bill the printed data" },
  run: ({ visit, reason }, { subject }) => subject.act({ do: "override", visit, reason }),
  keeps: ({ reason }) => ({ reason }),
});
