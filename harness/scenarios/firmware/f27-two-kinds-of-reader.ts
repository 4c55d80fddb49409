import { must, scenario } from "../../scenario.ts";

/** A face reader and a general reader at one terminal: a patient at each at the same time. */
export const f27 = scenario({
  id: "F27",
  title: { ja: "汎用リーダーと顔認証付きリーダーの併設", en: "generic and face reader both plugged" },
  underTest: "reader",
  expected: {
    ja: "顔認証付きリーダーを優先し、汎用リーダーではカードを受け付けない",
    en: "the face reader has priority; the general one takes no cards",
  },
  requires: ["R1-48", "X-10"],
  seed: 227,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  pairedReader: "general",
  faults: [],
  steps: [
    {
      step: "together",
      steps: [
        { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: ["drug"] },
        { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"], reader: "P1" },
      ],
    },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/paired-reader-waits"), must("reader/served-again")],
  expect: "pass",
});
