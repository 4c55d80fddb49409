import { must, scenario } from "../../scenario.ts";

/** Staff confirm by eye with the facility's passcode: mistyped once, then right; mistyped too often; the next patient has all ways again. */
export const f16 = scenario({
  id: "F16",
  title: { ja: "目視確認の施設パスワード", en: "visual check with the facility's passcode" },
  underTest: "reader",
  expected: {
    ja: "誤りを拒否し、正しければ目視で進み、次の患者では通常の状態に戻る",
    en: "refuses a wrong one, goes on with the right one, and is back to normal for the next patient",
  },
  requires: ["R1-03", "X-10"],
  seed: 216,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  visualPasscode: true,
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["visual"], consents: ["drug"], wrongPasscodes: 1 },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
    {
      step: "check-in",
      visit: "V3",
      persona: "pensioner",
      methods: ["visual", "pin"],
      consents: ["drug"],
      wrongPasscodes: 3,
    },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
  ],
  checks: [
    must("reader/passcode-guards-visual"),
    must("reader/method-chosen-anew"),
    must("reader/failed-way-closes"),
    must("reader/served-again"),
  ],
  expect: "pass",
});
