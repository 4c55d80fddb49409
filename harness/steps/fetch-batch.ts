import { stepRunner } from "./step-runner.ts";

export const fetchBatch = stepRunner({
  step: "fetch-batch",
  title: { ja: "一括照会の結果取得", en: "fetches the bulk result" },
  run: (_step, { subject }) => subject.act({ do: "fetch-batch" }),
});
