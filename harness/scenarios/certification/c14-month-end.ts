import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** Left the job at the end of March; the new insurer is two days late. The visit in between is asked again for its day. */
export const c14 = scenario({
  id: "C14",
  title: { ja: "月末退職と保険者の登録遅れ", en: "month-end loss, the feed comes two days later" },
  expected: {
    ja: "初日は無効、3日目は新しい保険で有効。未確認の来院を受診日で再照会する",
    en: "invalid on day 1, valid with the new insurer on day 3; the open visit is asked again for its day",
  },
  requires: ["R3-17", "SYS-03", "SYS-04"],
  rules: ["3.2/9", "3.2/7", "3.3/4", "11/loss", "11/same-day-change"],
  seed: 114,
  policyDate: "2026-04-01",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000114" },
    { step: "insurer-ends", persona: "employee", lastDay: -1, afterDays: 0 },
    { step: "arm", armed: { fault: "feed-late" } },
    { step: "reception", visit: "V1", persona: "employee", chart: "00000114" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "insurer-registers", persona: "employee", fromDay: 0, afterDays: 0 },
    { step: "wait", ms: 2 * DAY_MS + 60_000 },
    { step: "reception", visit: "V2", persona: "employee", chart: "00000114" },
    { step: "check-in", visit: "V2", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "recheck" },
    { step: "list-holdings" },
  ],
  checks: [must("eligibility/open-visits-reverified"), must("eligibility/confirmed-by-answer")],
  expect: "pass",
});
