import { must, scenario } from "../../scenario.ts";

/** The insurer registered two tenths and a class of active income; asked, it puts the class right, and the cap applies. */
export const c20 = scenario({
  id: "C20",
  title: { ja: "1割・2割と現役並みの不一致", en: "one or two tenths with active income" },
  expected: {
    ja: "不一致を警告し、保険者に照会するまで上限を自動適用しない",
    en: "warns and blocks the automatic cap until the insurer is asked",
  },
  requires: ["R3-33", "R3-34", "N-11"],
  seed: 120,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["4.3/low-ratio-active", "4.3/low-ratio-ordinary", "4.2/B04"],
  steps: [
    { step: "reception", visit: "V1", persona: "low-ratio-active" },
    { step: "inquiry", visit: "V1", persona: "low-ratio-active", limitConsent: true },
    { step: "settle", visit: "V1", proof: "certificate" },
    { step: "charge", visit: "V1", points: 100_000 },
    { step: "insurer-marks", persona: "low-ratio-active", mark: { limit: "B04" } },
    { step: "reception", visit: "V2", persona: "low-ratio-active" },
    { step: "inquiry", visit: "V2", persona: "low-ratio-active", limitConsent: true },
    { step: "settle", visit: "V2", proof: "certificate" },
    { step: "charge", visit: "V2", points: 1_000, inpatient: true },
    { step: "charge", visit: "V2", points: 100_000, inpatient: true },
  ],
  checks: [
    must("charge/contradiction-stops-cap"),
    must("charge/share-as-owed"),
    must("exchange/items-as-received"),
    must("exchange/requests-well-formed"),
  ],
  expect: "pass",
});
