import { must, scenario } from "../../scenario.ts";

/** PMH does not answer in time; the centre does. */
export const c51 = scenario({
  id: "C51",
  title: { ja: "PMH停止・中央は正常", en: "PMH down, the centre up" },
  expected: {
    ja: "保険は有効として取り込み、医療費助成は「未確認」と表示し、登録済みの公費を終了しない",
    en: "the insurance is imported as valid, the subsidy is told as not confirmed, and what is stored stays",
  },
  requires: ["R4-04", "X-04"],
  rules: ["10.4/9"],
  seed: 151,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "pmh-silent" }],
  steps: [
    { step: "known", persona: "subsidy-nanbyo", chart: "00000151" },
    { step: "known-certificate", persona: "subsidy-nanbyo", chart: "00000151", of: "subsidy" },
    { step: "reception", visit: "V1", persona: "subsidy-nanbyo", chart: "00000151" },
    {
      step: "check-in",
      visit: "V1",
      persona: "subsidy-nanbyo",
      methods: ["face"],
      consents: ["subsidy"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "list-certificates" },
  ],
  checks: [
    must("subsidy/unconfirmed-told"),
    must("subsidy/absence-ends-nothing"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/items-as-received"),
  ],
  expect: "pass",
});
