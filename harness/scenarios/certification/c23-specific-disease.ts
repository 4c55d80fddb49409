import { must, scenario } from "../../scenario.ts";

/** Two certificates of specific diseases: with consent, without, and by number. */
export const c23 = scenario({
  id: "C23",
  title: { ja: "特定疾病療養受療証（同意あり・なし・番号照会）", en: "specific diseases: consent, none, by number" },
  expected: {
    ja: "カードで同意したときだけ一覧があり、2件とも自己負担限度額とともに取り込む。同意なしと番号照会では何も示さない",
    en: "the list comes only with consent by card, and both entries are kept with their limits; else nothing is shown",
  },
  requires: ["SYS-32", "X-09"],
  seed: 123,
  policyDate: "2026-02-10",
  facility: "hospital",
  reader: "simulated-face",
  faults: [],
  rules: ["4.5/card-agreed", "4.5/card-refused", "4.5/by-number", "5/screen-disease"],
  steps: [
    { step: "known", persona: "two-diseases", chart: "00000023" },
    { step: "reception", visit: "V1", persona: "two-diseases", chart: "00000023" },
    { step: "check-in", visit: "V1", persona: "two-diseases", methods: ["face"], consents: ["disease"] },
    { step: "wait", ms: 5_000 },
    { step: "show-benefits", visit: "V1" },
    { step: "charge", visit: "V1", points: 12_000, disease: "1" },
    { step: "charge", visit: "V1", points: 900 },
    { step: "reception", visit: "V2", persona: "two-diseases", chart: "00000023" },
    { step: "check-in", visit: "V2", persona: "two-diseases", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "show-benefits", visit: "V2" },
    { step: "charge", visit: "V2", points: 3_000, disease: "1" },
    { step: "reception", visit: "V3", persona: "two-diseases", chart: "00000023" },
    { step: "inquiry", visit: "V3", persona: "two-diseases", limitConsent: true },
    { step: "show-benefits", visit: "V3" },
  ],
  checks: [must("consent/benefits-as-answered"), must("exchange/requests-well-formed"), must("charge/share-as-owed")],
  expect: "pass",
});
