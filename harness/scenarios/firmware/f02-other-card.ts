import { must, scenario } from "../../scenario.ts";

/** Cards that are none: a transport card, a driving licence, a payment card, and one whose JPKI application is missing. */
export const f02 = scenario({
  id: "F02",
  title: { ja: "マイナンバーカード以外のカード", en: "not a My Number card" },
  underTest: "reader",
  expected: {
    ja: "【002】を表示し、端末に何も渡さない",
    en: "shows 002 and tells the terminal nothing",
  },
  requires: ["R3-43", "X-04"],
  seed: 202,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"], lays: "felica" },
    {
      step: "check-in",
      visit: "V1",
      persona: "employee",
      methods: ["pin"],
      consents: ["drug"],
      lays: "driving-licence",
    },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"], lays: "payment-card" },
    { step: "arm", armed: { fault: "application-missing" } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
    { step: "repair", fault: "application-missing" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/other-card-told"), must("reader/served-again")],
  expect: "pass",
});
