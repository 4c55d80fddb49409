import { must, scenario } from "../../scenario.ts";

/** The picture on the chip is damaged: turned bytes, then a file that ends too early. */
export const f14 = scenario({
  id: "F14",
  title: { ja: "顔写真データの破損", en: "photo data damaged" },
  underTest: "reader",
  expected: {
    ja: "異常終了せず顔認証を閉じ、暗証番号と目視を選べる",
    en: "does not crash, closes face and offers PIN and visual check",
  },
  requires: ["R1-03", "R1-53", "X-04"],
  seed: 214,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "arm", armed: { fault: "unreadable-photo" } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face", "pin"], consents: ["drug"] },
    { step: "repair", fault: "unreadable-photo" },
    { step: "arm", armed: { fault: "unreadable-photo", params: { bytes: 1 } } },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face", "visual"], consents: ["drug"] },
    { step: "repair", fault: "unreadable-photo" },
    { step: "arm", armed: { fault: "early-end-of-file", params: { fromByte: 2_000 } } },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face", "pin"], consents: ["drug"] },
    { step: "repair", fault: "early-end-of-file" },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
  ],
  checks: [must("reader/failed-way-closes"), must("reader/served-again")],
  expect: "pass",
});
