import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** A patient consents once to visits at home; two weeks later no card is needed, after the withdrawal it is. */
export const c75 = scenario({
  id: "C75",
  title: { ja: "訪問診療の再照会と同意の撤回", en: "home visits: asked again without a card, until withdrawn" },
  expected: {
    ja: "2回目の訪問はカードなしで確認し、撤回後は確認済みにしない",
    en: "the second visit is checked without a card; not after the withdrawal",
  },
  requires: ["SYS-01", "X-03"],
  rules: ["5/home", "5/home-ended"],
  seed: 175,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "visit-consent", persona: "pensioner", visits: "home", given: ["drug", "care"] },
    { step: "reception", visit: "V1", persona: "pensioner" },
    { step: "fetch-consented", visits: "home" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "wait", ms: 14 * DAY_MS },
    { step: "reception", visit: "V2", persona: "pensioner" },
    { step: "fetch-consented", visits: "home" },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "view-medical", visit: "V2", kind: "drug", months: 24 },
    { step: "visit-consent", persona: "pensioner", visits: "home", ends: "2" },
    { step: "wait", ms: DAY_MS },
    { step: "reception", visit: "V3", persona: "pensioner" },
    { step: "fetch-consented", visits: "home" },
    { step: "settle", visit: "V3", proof: "none" },
    { step: "view-medical", visit: "V3", kind: "drug", months: 24 },
  ],
  checks: [
    must("consent/afar-by-consent"),
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
    must("consent/only-consented-requested"),
  ],
  expect: "pass",
});
