import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** Everything there is, on the last days of the three-year window and on the first days of the five-year one; XML and PDF. */
export const c27 = scenario({
  id: "C27",
  title: { ja: "閲覧期間と診療年月（基準日ごと）", en: "windows by policy date, labelled with the month of care" },
  expected: {
    ja: "期間内の情報だけが届き、取得日ではなく診療年月を示す（レセプト由来は1か月から1か月半前まで）。PDFも受け取る",
    en: "only what lies in the window arrives, shown with its month of care, not today's; PDFs are taken as well",
  },
  requires: ["R1-08", "N-02", "N-03", "R1-28", "R1-29", "R1-31", "R1-32", "SYS-33", "SYS-34", "X-02"],
  seed: 127,
  policyDate: "2024-11-29",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["6.1/drug-too-old", "6.1/drug-not-arrived", "6.1/drug-seen", "6.1/care-seen", "6.1/checkup-seen"],
  steps: [
    { step: "known", persona: "well-documented", chart: "00000027" },
    { step: "reception", visit: "V1", persona: "well-documented", chart: "00000027" },
    {
      step: "check-in",
      visit: "V1",
      persona: "well-documented",
      methods: ["face"],
      consents: ["drug", "care", "surgery", "checkup"],
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "view-medical", visit: "V1", kind: "drug", months: 61 },
    { step: "view-medical", visit: "V1", kind: "checkup" },
    { step: "wait", ms: 3 * DAY_MS },
    { step: "reception", visit: "V2", persona: "well-documented", chart: "00000027" },
    {
      step: "check-in",
      visit: "V2",
      persona: "well-documented",
      methods: ["face"],
      consents: ["drug", "care", "surgery", "checkup"],
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "view-medical", visit: "V2", kind: "drug", months: 61 },
    { step: "view-medical", visit: "V2", kind: "care", months: 61 },
    { step: "view-medical", visit: "V2", kind: "care", as: "pdf", months: 2 },
    { step: "view-medical", visit: "V2", kind: "checkup", as: "pdf" },
  ],
  checks: [
    must("consent/source-month-shown"),
    must("consent/shown-only-within-consent"),
    must("consent/given-is-shown"),
    must("consent/only-consented-requested"),
  ],
  expect: "pass",
});
