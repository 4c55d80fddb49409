import { must, scenario } from "../../scenario.ts";

/** The user certificate ends in 80 days: everything works, and a remark comes along. */
export const c61 = scenario({
  id: "C61",
  title: { ja: "電子証明書の期限が3か月以内", en: "certificate ends within three months" },
  expected: { ja: "通常どおり取り込み、注意メッセージを表示する", en: "normal import, the remark is shown" },
  requires: ["R3-53"],
  seed: 161,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "certificate-near-end" },
    {
      step: "check-in",
      visit: "V1",
      persona: "certificate-near-end",
      methods: ["face"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
  ],
  checks: [must("eligibility/confirmed-by-answer"), must("exchange/items-as-received"), must("exchange/notices-shown")],
  expect: "pass",
});
