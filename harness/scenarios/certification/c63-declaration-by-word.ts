import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-02-10";

/** A known patient whose insurance was lost says that nothing changed: the claim goes on the past eligibility, marked. */
export const c63 = scenario({
  id: "C63",
  title: { ja: "口頭確認による過去の資格での請求", en: "a word of the patient, a claim on the past eligibility" },
  expected: {
    ja: "口頭の確認を申立とみなし、記録にある過去の資格で、その旨を付けて請求する",
    en: "takes the word as a declaration and claims on the past eligibility on file, marked as such",
  },
  requires: ["R3-18", "R3-22", "R3-23"],
  seed: 163,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["8/state/none", "8/declaration-oral", "9.1/past"],
  steps: [
    { step: "known", persona: "job-leaver", chart: "00000163", insuredAs: "former" },
    { step: "reception", visit: "V1", persona: "job-leaver", chart: "00000163" },
    { step: "check-in", visit: "V1", persona: "job-leaver", methods: ["pin"], consents: [] },
    { step: "show-proof", visit: "V1", situation: "state", proof: "none" },
    { step: "declare", visit: "V1", persona: "job-leaver", says: "nothing-changed" },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "charge", visit: "V1", points: 405 },
    { step: "wait", ms: msBetween(FIRST, "2026-03-02") },
    { step: "claim-month" },
  ],
  checks: [
    must("eligibility/proof-by-table"),
    must("eligibility/lost-not-kept"),
    must("charge/share-as-owed"),
    must("claims/basis-by-rule"),
  ],
  expect: "pass",
});
