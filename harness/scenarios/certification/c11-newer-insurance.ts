import { must, scenario } from "../../scenario.ts";

/** The old number is asked though a new insurance exists; its data are not given. */
export const c11 = scenario({
  id: "C11",
  title: { ja: "無効（新しい資格あり）", en: "lost, but a newer insurance exists" },
  expected: {
    ja: "新しい保険の存在を表示し、旧保険では請求しない",
    en: "tells that a newer insurance exists and does not bill the old one",
  },
  requires: ["R3-14", "R3-11"],
  rules: ["3.3/5", "3.7/3"],
  seed: 111,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "job-changer", chart: "00000111", insuredAs: "former" },
    { step: "reception", visit: "V1", persona: "job-changer", chart: "00000111" },
    { step: "inquiry", visit: "V1", persona: "job-changer", insuredAs: "former" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-holdings" },
  ],
  checks: [
    must("eligibility/newer-insurance-told"),
    must("eligibility/lost-not-kept"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
