import { must, scenario } from "../../scenario.ts";

/** The J-LIS comparison stops the record until the insurer confirms it. */
export const c72 = scenario({
  id: "C72",
  title: { ja: "J-LIS照合による保留", en: "stopped by the J-LIS comparison" },
  expected: {
    ja: "該当資格なしとして代替の確認に進み、解除後に再照会する",
    en: "falls back as nobody is found, and asks again after the release",
  },
  requires: ["R3-16", "R3-17"],
  rules: ["3.2/5", "15.4/on-hold", "3.3/4"],
  seed: 172,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000172" },
    { step: "insurer-marks", persona: "employee", mark: { hold: "on" } },
    { step: "reception", visit: "V1", persona: "employee", chart: "00000172" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "insurer-marks", persona: "employee", mark: { hold: "released" } },
    { step: "recheck" },
  ],
  checks: [
    must("eligibility/nobody-found-falls-back"),
    must("eligibility/open-visits-reverified"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
