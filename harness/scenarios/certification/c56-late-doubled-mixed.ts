import { HOUR_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** Three readers at once, results late, doubled and out of order; one arrives on the next day. */
export const c56 = scenario({
  id: "C56",
  title: {
    ja: "結果の遅延・重複・順序違い、3台同時",
    en: "late, doubled, out-of-order results; three readers at once",
  },
  expected: {
    ja: "各患者を一度だけ、正しい患者に取り込む。前日の遅れた結果を当日のものとしない",
    en: "each patient once, the right patient; yesterday's late file is not taken for today's",
  },
  requires: ["X-10", "R1-12", "R2-01"],
  rules: ["3.2/7"],
  seed: 156,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "result-doubled" }, { fault: "result-late", params: { nth: 0, ms: 20_000 } }],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "reception", visit: "V2", persona: "colleague" },
    { step: "reception", visit: "V3", persona: "pensioner" },
    {
      step: "together",
      steps: [
        { step: "check-in", visit: "V1", persona: "employee", reader: "R1", methods: ["pin"], consents: [] },
        { step: "check-in", visit: "V2", persona: "colleague", reader: "R2", methods: ["face"], consents: [] },
        { step: "check-in", visit: "V3", persona: "pensioner", reader: "R3", methods: ["visual"], consents: [] },
      ],
    },
    { step: "wait", ms: 40_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "settle", visit: "V3", proof: "none" },
    { step: "repair", fault: "result-doubled" },
    { step: "repair", fault: "result-late" },
    { step: "arm", armed: { fault: "result-late", params: { nth: 0, ms: 24 * HOUR_MS } } },
    { step: "reception", visit: "V4", persona: "newcomer" },
    { step: "check-in", visit: "V4", persona: "newcomer", methods: ["pin"], consents: [] },
    { step: "settle", visit: "V4", proof: "declaration" },
    { step: "wait", ms: 23 * HOUR_MS },
    { step: "repair", fault: "result-late" },
    { step: "reception", visit: "V5", persona: "newcomer" },
    { step: "wait", ms: 2 * HOUR_MS },
    { step: "settle", visit: "V5", proof: "declaration" },
  ],
  checks: [
    must("exchange/imported-once"),
    must("line/settled-once"),
    must("exchange/other-day-not-today"),
    must("identity/right-patient"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
