import { must, scenario } from "../../scenario.ts";

/** A PIN that was locked before: the card says 63C0, or 6983 or 6984 as other cards do. */
export const f09 = scenario({
  id: "F09",
  title: { ja: "暗証番号が閉塞済み", en: "PIN already locked" },
  underTest: "reader",
  expected: {
    ja: "暗証番号を選択肢に出さない",
    en: "does not offer the PIN",
  },
  requires: ["R1-03", "N-04"],
  seed: 209,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "pin-blocked", methods: ["visual"], consents: ["drug"] },
    { step: "arm", armed: { fault: "spurious-status-word", params: { sw: "6984", on: "query-tries", times: 1 } } },
    { step: "check-in", visit: "V2", persona: "employee", methods: ["visual"], consents: ["drug"] },
    { step: "repair", fault: "spurious-status-word" },
    { step: "arm", armed: { fault: "spurious-status-word", params: { sw: "6983", on: "query-tries", times: 1 } } },
    { step: "check-in", visit: "V2", persona: "employee", methods: ["visual"], consents: ["drug"] },
    { step: "repair", fault: "spurious-status-word" },
    { step: "check-in", visit: "V1", persona: "pin-blocked", methods: ["face"], consents: ["drug"] },
  ],
  checks: [must("reader/unusable-pin-not-offered"), must("reader/served-again")],
  expect: "pass",
});
