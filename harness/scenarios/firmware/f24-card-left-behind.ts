import { must, scenario } from "../../scenario.ts";

/** A patient leaves the card lying for a minute and a half while the next one waits. */
export const f24 = scenario({
  id: "F24",
  title: { ja: "カードの取り忘れと次の患者", en: "card left in the reader, next patient waiting" },
  underTest: "reader",
  expected: {
    ja: "取り忘れを知らせ、カードが取られてから次の受付を始める",
    en: "raises an alarm, and begins the next session only once the card is taken",
  },
  requires: ["R3-39", "X-10"],
  seed: 224,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    {
      step: "together",
      steps: [
        {
          step: "check-in",
          visit: "V1",
          persona: "employee",
          methods: ["pin"],
          consents: ["drug"],
          leavesCardMs: 90_000,
        },
        { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] },
      ],
    },
    { step: "check-in", visit: "V3", persona: "pensioner", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/card-removed-before-next"), must("reader/served-again")],
  expect: "pass",
});
