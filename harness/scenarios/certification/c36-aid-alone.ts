import { must, scenario } from "../../scenario.ts";

/** 医療扶助 alone at an entrusted clinic, by card. */
export const c36 = scenario({
  id: "C36",
  title: { ja: "医療扶助単独（委託あり）", en: "medical aid alone, entrusted" },
  expected: {
    ja: "証区分A1の番号・医療券・本人支払額を取り込み、法別12の公費単独で請求する",
    en: "imports class A1 with numbers, ticket and own payment; bills 12 alone, no insurance",
  },
  requires: ["R0-01", "R0-03", "R0-06", "R0-09", "R0-14", "R0-25"],
  rules: ["13.3/alone-yes", "13.2/own-ticket", "10.1/12"],
  seed: 136,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "aid-alone" },
    { step: "check-in", visit: "V1", persona: "aid-alone", methods: ["face"], consents: ["drug"], prescription: "2" },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "list-payers", visit: "V1" },
    { step: "view-medical", visit: "V1", kind: "drug" },
  ],
  checks: [
    must("aid/billed-with-ticket"),
    must("aid/ticket-as-received"),
    must("eligibility/confirmed-by-answer"),
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
  ],
  expect: "pass",
});
