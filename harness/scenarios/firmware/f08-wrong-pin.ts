import { must, scenario } from "../../scenario.ts";

/** Wrong once, wrong twice, wrong three times; and a card that came with one try left. */
export const f08 = scenario({
  id: "F08",
  title: { ja: "暗証番号の誤り（1〜3回）", en: "wrong PIN once, twice, three times" },
  underTest: "reader",
  expected: {
    ja: "残り回数をカードの言うとおりに示し、3回で閉じて顔認証を選べる",
    en: "shows the tries left as the card says, closes the PIN at three and offers face",
  },
  requires: ["R1-03", "N-04", "X-04"],
  seed: 208,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"], wrongPins: 1 },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"], wrongPins: 2 },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin", "face"], consents: ["drug"], wrongPins: 3 },
    {
      step: "check-in",
      visit: "V2",
      persona: "one-try-left",
      methods: ["pin", "visual"],
      consents: ["drug"],
      wrongPins: 1,
    },
    { step: "check-in", visit: "V3", persona: "colleague", methods: ["face"], consents: ["drug"] },
  ],
  checks: [
    must("reader/tries-as-card-says"),
    must("reader/failed-way-closes"),
    must("reader/method-chosen-anew"),
    must("reader/served-again"),
  ],
  expect: "pass",
});
