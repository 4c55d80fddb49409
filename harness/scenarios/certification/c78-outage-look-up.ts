import { MINUTE_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** The line was down; once it is back the call centre opens the look-up, half an hour after a proper call. */
export const c78 = scenario({
  id: "C78",
  title: { ja: "障害復旧後の資格情報照会", en: "the look-up after an outage" },
  expected: {
    ja: "開通した照会で見つかった資格を、障害中の来院に紐付ける",
    en: "attaches the eligibility found by name to the visit made in the outage",
  },
  requires: ["R3-43", "R3-46", "R3-47", "R3-48", "R3-49", "R3-50", "R3-51", "R3-55", "SYS-39", "SYS-41", "SYS-42"],
  rules: ["15.1/incomplete", "15.1/call-back", "15.1/not-open", "15.1/items-missing", "15.1/eligibility"],
  seed: 178,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "line-cut", params: { at: "request" } }],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: [] },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "repair", fault: "line-cut" },
    { step: "call-centre", about: "outage-function", forgets: "caller" },
    { step: "call-centre", about: "outage-function" },
    { step: "look-up", visit: "V1", persona: "employee", gate: "outage" },
    { step: "wait", ms: 31 * MINUTE_MS },
    { step: "look-up", visit: "V1", persona: "employee", gate: "outage", without: "address" },
    { step: "look-up", visit: "V1", persona: "employee", gate: "outage" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "call-centre", about: "report-of-use", forgets: "title" },
    { step: "call-centre", about: "report-of-use" },
  ],
  checks: [must("line/lookup-attached"), must("line/silence-is-not-valid")],
  expect: "pass",
});
