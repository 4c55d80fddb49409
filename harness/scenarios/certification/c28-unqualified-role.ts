import { must, scenario } from "../../scenario.ts";

/** A clerk opens drug information of a patient who consented; then the doctor does. */
export const c28 = scenario({
  id: "C28",
  title: { ja: "閲覧できない職種による要求", en: "a request by an unqualified role" },
  expected: {
    ja: "事務職員の操作では要求を出さずに記録を残し、医師の操作では表示する",
    en: "for the clerk no request goes out and the attempt is kept; for the doctor it is shown",
  },
  requires: ["SYS-49", "SYS-06", "SYS-51", "R1-07", "R1-30"],
  seed: 128,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["6.2/clerk", "6.2/doctor"],
  steps: [
    { step: "reception", visit: "V1", persona: "well-documented" },
    { step: "check-in", visit: "V1", persona: "well-documented", methods: ["face"], consents: ["drug"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "drug", role: "clerk" },
    { step: "view-medical", visit: "V1", kind: "drug", role: "doctor" },
  ],
  checks: [
    must("consent/role-before-request"),
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
    must("consent/only-consented-requested"),
  ],
  expect: "pass",
});
