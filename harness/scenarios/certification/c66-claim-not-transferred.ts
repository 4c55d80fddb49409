import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-02-10";

/** A lost eligibility with a public expense on the claim, and a claim on medical aid: neither is moved. */
export const c66 = scenario({
  id: "C66",
  title: { ja: "振替対象外（医療扶助・公費併用）", en: "not moved: aid or public expense on the claim" },
  expected: {
    ja: "請求どおり扱われ、連絡書の文面も異なる。レセコンは書き換えない",
    en: "goes as billed, the notice says so in other words, and the receipt system rewrites nothing",
  },
  requires: ["R0-26", "R0-27", "SYS-27"],
  seed: 166,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["9.2/1", "9.2/3"],
  steps: [
    { step: "known", persona: "changer-with-subsidy", chart: "00000166", insuredAs: "former" },
    { step: "reception", visit: "V1", persona: "changer-with-subsidy", chart: "00000166" },
    { step: "paper-certificate", visit: "V1", persona: "changer-with-subsidy" },
    { step: "declare", visit: "V1", persona: "changer-with-subsidy", says: "nothing-changed" },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "charge", visit: "V1", points: 640 },
    { step: "reception", visit: "V2", persona: "aid-alone" },
    { step: "check-in", visit: "V2", persona: "aid-alone", methods: ["pin"], consents: [] },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "charge", visit: "V2", points: 520 },
    { step: "wait", ms: msBetween(FIRST, "2026-03-02") },
    { step: "claim-month" },
    { step: "review-claims" },
    { step: "wait", ms: msBetween("2026-03-02", "2026-04-05") },
    { step: "monthly-statement" },
    { step: "list-holdings" },
  ],
  checks: [must("claims/basis-by-rule"), must("claims/notices-worked-in"), must("claims/record-as-told")],
  expect: "pass",
});
