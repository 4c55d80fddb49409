import { must, scenario } from "../../scenario.ts";

/** A chip that says nothing after its answer to reset, and one that falls silent later; the desk goes on by certificate. */
export const f04 = scenario({
  id: "F04",
  title: { ja: "ICチップ無応答", en: "chip mute" },
  underTest: "reader",
  expected: {
    ja: "読み取れないと表示して終わり、窓口は資格確認書の番号で受け付ける",
    en: "says that it cannot read and ends; the desk goes on by certificate number",
  },
  requires: ["R3-53", "X-04"],
  seed: 204,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "chip-mute" }],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
    { step: "inquiry", visit: "V1", persona: "employee" },
    { step: "settle", visit: "V1", proof: "certificate" },
    { step: "repair", fault: "chip-mute" },
    { step: "arm", armed: { fault: "chip-mute", params: { afterCommands: 8 } } },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] },
    { step: "repair", fault: "chip-mute" },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [
    must("reader/retries-bounded"),
    must("reader/silence-ends"),
    must("reader/served-again"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
