import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** Two patients consent to online visits, each for a day of their own; one of them calls it off. */
export const c76 = scenario({
  id: "C76",
  title: { ja: "オンライン診療（受診日ごとの同意）", en: "online visits: a consent for the day of the visit" },
  expected: {
    ja: "受診日の患者だけを取得し、その日の同意で確認する",
    en: "fetches the patients of the day and confirms by the consent tied to it",
  },
  requires: ["SYS-01", "X-03"],
  rules: ["5/online", "5/online-other-day"],
  seed: 176,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "visit-consent", persona: "employee", visits: "online", given: ["drug"], examinedInDays: 2 },
    { step: "visit-consent", persona: "colleague", visits: "online", given: ["drug"], examinedInDays: 2 },
    { step: "visit-consent", persona: "pensioner", visits: "online", given: ["drug"], examinedInDays: 5 },
    { step: "visit-consent", persona: "colleague", visits: "online", ends: "2" },
    { step: "wait", ms: 2 * DAY_MS },
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "reception", visit: "V2", persona: "colleague" },
    { step: "fetch-consented", visits: "online" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "settle", visit: "V2", proof: "none" },
  ],
  checks: [must("consent/afar-by-consent")],
  expect: "pass",
});
