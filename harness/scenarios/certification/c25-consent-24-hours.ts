import { HOUR_MS, MINUTE_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** Drug data are asked for one minute before and one minute after the consent ends. */
export const c25 = scenario({
  id: "C25",
  title: { ja: "閲覧同意の24時間境界", en: "the 24-hour boundary of consent" },
  expected: {
    ja: "23時間59分では表示し、24時間1分では表示せず期限切れを伝える",
    en: "shows at 23:59, refuses at 24:01 and tells that the consent expired",
  },
  requires: ["R0-23", "R0-24", "N-01", "X-03"],
  seed: 125,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: ["drug"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "wait", ms: 24 * HOUR_MS - 2 * MINUTE_MS },
    { step: "view-medical", visit: "V1", kind: "drug" },
    { step: "wait", ms: 3 * MINUTE_MS },
    { step: "view-medical", visit: "V1", kind: "drug" },
  ],
  checks: [
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
    must("consent/expiry-told"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
