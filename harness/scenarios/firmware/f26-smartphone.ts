import { must, scenario } from "../../scenario.ts";

/** Phones at the external reader: held to the wrong spot, a wrong PIN, an iPhone whose owner cancels; once, and too often. */
export const f26 = scenario({
  id: "F26",
  title: { ja: "スマートフォン（外付けリーダー）", en: "smartphone on the external reader" },
  underTest: "reader",
  expected: {
    ja: "かざし方や認証を案内してやり直させ、続けば中止する",
    en: "guides, lets try again, and gives up in the end",
  },
  requires: ["R1-03", "X-04"],
  seed: 226,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  pairedReader: "general",
  faults: [],
  steps: [
    { step: "arm", armed: { fault: "card-misplaced" } },
    { step: "check-in", visit: "V1", persona: "android-phone", methods: ["phone"], consents: ["drug"], wrongPins: 1 },
    { step: "repair", fault: "card-misplaced" },
    { step: "arm", armed: { fault: "spurious-status-word", params: { sw: "6982", on: "sign" } } },
    { step: "check-in", visit: "V2", persona: "iphone", methods: ["phone"], consents: ["drug"] },
    { step: "repair", fault: "spurious-status-word" },
    { step: "arm", armed: { fault: "spurious-status-word", params: { sw: "6982", on: "sign", times: 3 } } },
    { step: "check-in", visit: "V2", persona: "iphone", methods: ["phone"], consents: ["drug"] },
    { step: "repair", fault: "spurious-status-word" },
    { step: "arm", armed: { fault: "card-misplaced", params: { placings: 3 } } },
    { step: "check-in", visit: "V1", persona: "android-phone", methods: ["phone"], consents: ["drug"] },
    { step: "repair", fault: "card-misplaced" },
    { step: "check-in", visit: "V1", persona: "android-phone", methods: ["phone"], consents: ["drug"] },
  ],
  checks: [
    must("reader/phone-guided"),
    must("reader/tries-as-card-says"),
    must("reader/method-chosen-anew"),
    must("reader/served-again"),
  ],
  expect: "pass",
});
