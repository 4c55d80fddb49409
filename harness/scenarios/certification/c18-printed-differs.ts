import { must, scenario } from "../../scenario.ts";

/** The certificate says something else than the screen: online data are billed, unless the clerk decides otherwise. */
export const c18 = scenario({
  id: "C18",
  title: { ja: "券面とオンラインの相違", en: "printed certificate differs from the screen" },
  expected: {
    ja: "オンラインの値で請求する。券面で請求すると判断したときは理由を残す",
    en: "bills the online value; where the clerk decides for the printed one, with a reason",
  },
  requires: ["R3-01", "R3-03", "SYS-09"],

  seed: 118,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  rules: ["8/precedence-online", "8/precedence-override", "9.1/current"],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "compare-printed", visit: "V1", persona: "employee", differs: "symbol" },
    { step: "billing-basis", visit: "V1" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "charge", visit: "V1", points: 500 },
    { step: "reception", visit: "V2", persona: "colleague" },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "compare-printed", visit: "V2", persona: "colleague", differs: "number" },
    { step: "override", visit: "V2", reason: "保険者に確認済み" },
    { step: "billing-basis", visit: "V2" },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "charge", visit: "V2", points: 500 },
    { step: "reception", visit: "V3", persona: "pensioner" },
    { step: "check-in", visit: "V3", persona: "pensioner", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "compare-printed", visit: "V3", persona: "pensioner", differs: "nothing" },
    { step: "billing-basis", visit: "V3" },
    { step: "settle", visit: "V3", proof: "none" },
    { step: "claim-month" },
  ],
  checks: [must("eligibility/basis-by-reason"), must("claims/basis-by-rule"), must("eligibility/confirmed-by-answer")],
  expect: "pass",
});
