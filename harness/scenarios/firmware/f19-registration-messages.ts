import { must, scenario } from "../../scenario.ts";

/** First registration fails for one patient; it is under way for another, who comes back later. */
export const f19 = scenario({
  id: "F19",
  title: { ja: "利用登録の失敗と処理中", en: "first registration fails, or is pending" },
  underTest: "reader",
  expected: {
    ja: "失敗と処理中をそれぞれのメッセージで伝え、カードを返して終わる",
    en: "tells each with its own message, gives the card back and ends",
  },
  requires: ["R1-47", "R3-36", "R3-38"],
  seed: 219,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "registration-delayed", params: { ms: 150_000 } }],
  steps: [
    { step: "check-in", visit: "V1", persona: "unknown-newcomer", methods: ["pin"], consents: ["drug"] },
    { step: "check-in", visit: "V2", persona: "newcomer", methods: ["pin"], consents: ["drug"] },
    { step: "wait", ms: 180_000 },
    { step: "check-in", visit: "V2", persona: "newcomer", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/registration-told"), must("reader/served-again")],
  expect: "pass",
});
