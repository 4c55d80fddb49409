import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/**
 * The insurer linked the card to somebody else; the counter notices by name and birth date and tells the call centre, the
 * insurer corrects the link.
 */
export const c15 = scenario({
  id: "C15",
  title: { ja: "別人の情報が返る", en: "another person's data come back" },
  expected: {
    ja: "保存前に氏名・生年月日の相違を示し、削除後は別人の情報が残らない",
    en: "shows the difference before saving; after the deletion nothing of the other person remains",
  },
  requires: ["R3-25", "R3-26", "R3-28", "R3-29", "R3-31", "X-07"],
  seed: 115,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "wrongly-linked", chart: "00000115" },
    { step: "reception", visit: "V1", persona: "wrongly-linked", chart: "00000115" },
    { step: "check-in", visit: "V1", persona: "wrongly-linked", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "card-and-notice" },
    { step: "erase", visit: "V1" },
    { step: "list-holdings" },
    { step: "call-centre", about: "wrong-person" },
    { step: "wait", ms: DAY_MS },
    { step: "insurer-corrects", persona: "wrongly-linked", what: "link" },
    { step: "reception", visit: "V2", persona: "wrongly-linked", chart: "00000115" },
    { step: "check-in", visit: "V2", persona: "wrongly-linked", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
  ],
  checks: [
    must("identity/difference-shown"),
    must("identity/right-patient"),
    must("identity/erased-leaves-nothing"),
    must("eligibility/confirmed-by-answer"),
  ],
  expect: "pass",
});
