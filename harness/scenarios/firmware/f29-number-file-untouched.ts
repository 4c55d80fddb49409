import { must, scenario } from "../../scenario.ts";

/** A whole check-in each way, watched at the card: nobody reaches for the 12-digit number. */
export const f29 = scenario({
  id: "F29",
  title: { ja: "個人番号のファイルに触れない", en: "never read the number" },
  underTest: "reader",
  expected: {
    ja: "カードとの通信に個人番号のファイルへのアクセスがない",
    en: "no access to the number file in the talk with the card",
  },
  requires: ["R1-44", "N-05"],
  seed: 229,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: ["drug"] },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] },
    { step: "check-in", visit: "V3", persona: "pensioner", methods: ["visual"], consents: ["drug"] },
  ],
  checks: [
    must("reader/number-file-untouched"),
    must("privacy/personal-number-stays-on-card"),
    must("reader/served-again"),
  ],
  expect: "pass",
});
