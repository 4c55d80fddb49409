import { must, scenario } from "../../scenario.ts";

/** One of everything, watched for what must never get out. */
export const c79 = scenario({
  id: "C79",
  title: { ja: "プライバシー（全経路）", en: "privacy over all paths" },
  expected: {
    ja: "12桁の個人番号がどのファイルにも現れず、医療機関側への問い合わせがなく、削除が証明される",
    en: "no 12-digit number in any file, nothing is pulled from the receipt system, deletion proven",
  },
  requires: ["R1-44", "R1-45", "N-05", "X-06", "X-07"],
  seed: 179,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], wrongPins: 1, consents: ["drug"] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "reception", visit: "V2", persona: "wrongly-linked" },
    { step: "check-in", visit: "V2", persona: "wrongly-linked", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "card-and-notice" },
    { step: "erase", visit: "V2" },
    { step: "reception", visit: "V3", persona: "pensioner" },
    { step: "inquiry", visit: "V3", persona: "pensioner" },
    { step: "settle", visit: "V3", proof: "certificate" },
    { step: "list-holdings" },
  ],
  checks: [
    must("privacy/personal-number-stays-on-card"),
    must("privacy/pin-and-photo-stay-inside"),
    must("privacy/results-are-asked-for"),
    must("identity/erased-leaves-nothing"),
    // Other patients' data must not lie about in a shared folder.
    must("exchange/results-taken-away"),
  ],
  expect: "pass",
});
