import { must, scenario } from "../../scenario.ts";

/** The last day with a screen for the limit amount, and the first with one button for all medical information. */
export const f18 = scenario({
  id: "F18",
  title: { ja: "同意画面の切替え（2024年10月7日）", en: "consent screens by policy date" },
  underTest: "reader",
  expected: {
    ja: "前日は限度額の画面があり項目ごとに聞き、当日からは限度額の画面がなく一括で聞く",
    en: "asks for the limit amount and item by item the day before, and not any more, with one button, from the day on",
  },
  requires: ["R1-26", "X-02"],
  seed: 218,
  policyDate: "2024-10-06",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug", "limit"] },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: [] },
    { step: "wait", ms: 86_400_000 },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: [] },
  ],
  checks: [must("reader/consent-screens-by-date"), must("reader/consents-as-touched")],
  expect: "pass",
});
