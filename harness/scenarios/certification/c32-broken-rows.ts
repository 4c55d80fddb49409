import { must, scenario } from "../../scenario.ts";

/** Rows without birth date or number, with a wrong check digit and with a typing error; the good ones go on. */
export const c32 = scenario({
  id: "C32",
  title: { ja: "誤りのある行を含む一括照会", en: "bulk inquiry with broken rows" },
  expected: {
    ja: "誤りのある行だけがエラーになり、他の行は回答される。エラー行は受付時の再確認に回す",
    en: "broken rows alone are errors, the others are answered; errors are flagged for reception",
  },
  requires: ["R1-20", "SYS-37", "R1-19"],
  rules: ["3.5/row-error", "3.3/1", "3.3/2"],
  seed: 132,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000321" },
    { step: "known", persona: "colleague", chart: "00000322" },
    { step: "known", persona: "pensioner", chart: "00000323" },
    {
      step: "inquire-batch",
      booked: [
        { persona: "employee" },
        { persona: "colleague", breaks: "birthdate" },
        { persona: "pensioner", breaks: "insurer-digit" },
        { persona: "employee", breaks: "number" },
        { persona: "colleague", breaks: "typing" },
        { persona: "pensioner" },
      ],
    },
    { step: "fetch-batch" },
  ],
  checks: [must("eligibility/batch-rows-flagged")],
  expect: "pass",
});
