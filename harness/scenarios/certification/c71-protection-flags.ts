import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** The municipality asks for protection between two visits: the address is withheld, later the card is refused. */
export const c71 = scenario({
  id: "C71",
  title: { ja: "支援措置（DV等）", en: "protection flags" },
  expected: {
    ja: "カードが拒否されたら番号で照会する。住所のない結果では住所を印刷しない",
    en: "falls back to the number where the card is refused, and prints no address that is withheld",
  },
  requires: ["X-09", "R3-11"],
  rules: ["15.3/self-info-refused-card", "15.3/self-info-refused-number", "15.3/withheld", "3.2/3"],
  seed: 171,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000171" },
    { step: "reception", visit: "V1", persona: "employee", chart: "00000171" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "print-slip", visit: "V1" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "insurer-marks", persona: "employee", mark: { protects: "address-withheld" } },
    { step: "wait", ms: DAY_MS },
    { step: "reception", visit: "V2", persona: "employee", chart: "00000171" },
    { step: "check-in", visit: "V2", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "print-slip", visit: "V2" },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "insurer-marks", persona: "employee", mark: { protects: "self-info-refused" } },
    { step: "wait", ms: DAY_MS },
    { step: "reception", visit: "V3", persona: "employee", chart: "00000171" },
    { step: "check-in", visit: "V3", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "inquiry", visit: "V3", persona: "employee" },
    { step: "print-slip", visit: "V3" },
    { step: "settle", visit: "V3", proof: "none" },
  ],
  checks: [
    must("privacy/withheld-not-printed"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/items-as-received"),
  ],
  expect: "pass",
});
