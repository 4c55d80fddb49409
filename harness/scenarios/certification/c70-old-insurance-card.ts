import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2025-11-30";
/** Days between two dates, as waiting time. */

/** An old insurance card on three days: the last days of its life, the time of tolerance, and after it. */
export const c70 = scenario({
  id: "C70",
  title: { ja: "旧保険証の日付別の扱い", en: "an old insurance card by date" },
  expected: {
    ja: "2025-11-30は可、2026-02-01は番号照会が有効なら暫定的に可、2026-04-01は不可",
    en: "accepted on 2025-11-30, provisional with a valid inquiry on 2026-02-01, refused on 2026-04-01",
  },
  requires: ["X-02", "R2-01", "R3-18"],
  seed: 170,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["8/P6-normal", "8/P6-with-inquiry", "8/P6-refused"],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "settle", visit: "V1", proof: "old-card" },
    { step: "wait", ms: msBetween(FIRST, "2026-02-01") },
    { step: "reception", visit: "V2", persona: "employee" },
    { step: "inquiry", visit: "V2", persona: "employee" },
    { step: "settle", visit: "V2", proof: "old-card" },
    { step: "reception", visit: "V3", persona: "colleague" },
    { step: "settle", visit: "V3", proof: "old-card" },
    { step: "reception", visit: "V5", persona: "pensioner" },
    { step: "inquiry", visit: "V5", persona: "pensioner" },
    { step: "settle", visit: "V5", proof: "notice" },
    { step: "wait", ms: msBetween("2026-02-01", "2026-04-01") },
    { step: "reception", visit: "V4", persona: "employee" },
    { step: "inquiry", visit: "V4", persona: "employee" },
    { step: "settle", visit: "V4", proof: "old-card" },
  ],
  checks: [must("eligibility/old-card-by-date"), must("exchange/requests-well-formed")],
  expect: "pass",
});
