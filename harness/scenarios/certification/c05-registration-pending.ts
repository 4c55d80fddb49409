import { must, scenario } from "../../scenario.ts";

/** First registration takes 150 s; meanwhile another patient uses the same reader. */
export const c05 = scenario({
  id: "C05",
  title: { ja: "利用登録の処理中に別の患者が受付", en: "first registration pending, another patient in between" },
  expected: {
    ja: "登録待ちの患者のファイルは届かない。間の患者の結果を取り違えず、再度置いたときに取り込む",
    en: "no file for the pending patient; the other's result goes to the other; the retry is imported",
  },
  requires: ["R1-47", "R3-38", "R3-39", "X-10", "N-06"],
  rules: ["3.2/4"],
  seed: 105,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "registration-delayed", params: { ms: 150_000 } }],
  steps: [
    { step: "reception", visit: "V1", persona: "newcomer" },
    { step: "check-in", visit: "V1", persona: "newcomer", methods: ["face"], consents: ["drug"] },
    { step: "reception", visit: "V2", persona: "colleague" },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "wait", ms: 180_000 },
    { step: "check-in", visit: "V1", persona: "newcomer", methods: ["face"], consents: ["drug"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [must("identity/right-patient"), must("eligibility/confirmed-by-answer"), must("exchange/imported-once")],
  expect: "pass",
});
