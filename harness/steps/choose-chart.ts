import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk says whose chart it is, where the receipt system asked. */
    readonly "choose-chart": { readonly visit: string; readonly chart: string };
  }
}

export const chooseChart = stepRunner({
  step: "choose-chart",
  title: { ja: "カルテの選択", en: "the clerk chooses a chart" },
  run: ({ visit, chart }, { subject }) => subject.act({ do: "choose-chart", visit, chart }),
});
