import { must, scenario } from "../../scenario.ts";

/** One digit of the number is wrong: nobody is found, the stored data stay. */
export const c12 = scenario({
  id: "C12",
  title: { ja: "番号の入力誤り", en: "a digit of the number is mistyped" },
  expected: {
    ja: "該当資格なしを表示し、登録済みの情報を保持して訂正を促す",
    en: "tells that nobody was found, keeps the stored data and asks for a correction",
  },
  requires: ["R3-15"],
  rules: ["3.3/2", "3.7/4"],
  seed: 112,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000112" },
    { step: "reception", visit: "V1", persona: "employee", chart: "00000112" },
    { step: "inquiry", visit: "V1", persona: "employee", mistype: true },
    { step: "list-holdings" },
    { step: "inquiry", visit: "V1", persona: "employee" },
    { step: "settle", visit: "V1", proof: "certificate" },
  ],
  checks: [
    must("eligibility/nobody-found-falls-back"),
    must("eligibility/stored-data-kept"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/requests-well-formed"),
  ],
  expect: "pass",
});
