import { HOUR_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** The patient consents in the morning and says no at a second card check in the afternoon. */
export const c26 = scenario({
  id: "C26",
  title: { ja: "2回目のカード確認による同意の撤回", en: "consent withdrawn by a second card check" },
  expected: {
    ja: "2回目のカード確認のあとは、最初の同意から24時間以内でも要求しない（要求しても拒否される）",
    en: "asks for nothing after the second check, though 24 hours are not over: the centre would refuse",
  },
  requires: ["R0-23", "R0-24", "R1-06"],
  seed: 126,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["5/within", "5/not-given", "5/state-none"],
  steps: [
    { step: "known", persona: "well-documented", chart: "00000026" },
    { step: "reception", visit: "V1", persona: "well-documented", chart: "00000026" },
    { step: "check-in", visit: "V1", persona: "well-documented", methods: ["face"], consents: ["drug"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "wait", ms: 4 * HOUR_MS },
    { step: "reception", visit: "V2", persona: "well-documented", chart: "00000026" },
    { step: "check-in", visit: "V2", persona: "well-documented", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "view-medical", visit: "V2", kind: "drug" },
  ],
  checks: [
    must("consent/only-consented-requested"),
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
