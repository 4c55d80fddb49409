import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** The ministry opens the disaster view, first elsewhere, then here for three days; afterwards it is shut again. */
export const c77 = scenario({
  id: "C77",
  title: { ja: "災害時の特別措置による閲覧", en: "the view in a disaster" },
  expected: {
    ja: "指定の地域・期間の内だけで照会でき、得られた資格を来院に紐付ける",
    en: "allowed inside the area and period, refused outside; what is found is attached to the visit",
  },
  requires: ["R1-34", "R1-35", "SYS-40", "SYS-47", "X-08"],
  rules: ["15.2/outside", "15.2/shown", "15.2/no-consent", "15.2/not-for-care", "5/emergency"],
  seed: 177,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "ministry-opens", area: "elsewhere", days: 7 },
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "look-up", visit: "V1", persona: "employee", gate: "disaster" },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "ministry-opens", area: "here", days: 3 },
    { step: "look-up", visit: "V1", persona: "employee", gate: "disaster" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "reception", visit: "V2", persona: "colleague" },
    { step: "look-up", visit: "V2", persona: "colleague", gate: "disaster", consent: "none" },
    { step: "look-up", visit: "V2", persona: "colleague", gate: "disaster", purpose: "other" },
    { step: "look-up", visit: "V2", persona: "colleague", gate: "disaster", consent: "unconscious" },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "wait", ms: 3 * DAY_MS },
    { step: "reception", visit: "V3", persona: "pensioner" },
    { step: "look-up", visit: "V3", persona: "pensioner", gate: "disaster" },
    { step: "settle", visit: "V3", proof: "declaration" },
  ],
  checks: [must("line/lookup-attached")],
  expect: "pass",
});
