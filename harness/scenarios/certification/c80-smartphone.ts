import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/**
 * The day before phones count the reader takes none, and the certificate's number serves; from 2025-09-19 phones are held to the
 * external reader, and who has none at hand uses the card (eligibility-rules.md §7.2).
 */
export const c80 = scenario({
  id: "C80",
  title: { ja: "スマートフォンでの受付", en: "smartphone credential" },
  expected: {
    ja: "スマートフォンの結果もカードと同じに取り込む。使えないときは番号・カードで確認する",
    en: "imports the result of a phone as that of a card; where phones do not work, number or card serve",
  },
  requires: ["R1-03", "R1-04"],
  rules: ["3.2/7"],
  seed: 180,
  policyDate: "2025-09-18",
  facility: "clinic",
  reader: "simulated-face",
  pairedReader: "general",
  faults: [],
  steps: [
    { step: "reception", visit: "V0", persona: "android-phone" },
    { step: "check-in", visit: "V0", persona: "android-phone", methods: ["phone"], consents: [] },
    { step: "inquiry", visit: "V0", persona: "android-phone" },
    { step: "settle", visit: "V0", proof: "certificate" },
    { step: "wait", ms: DAY_MS },
    { step: "reception", visit: "V1", persona: "android-phone" },
    { step: "check-in", visit: "V1", persona: "android-phone", methods: ["phone"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "reception", visit: "V2", persona: "iphone" },
    { step: "check-in", visit: "V2", persona: "iphone", methods: ["phone"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "reception", visit: "V3", persona: "employee" },
    { step: "check-in", visit: "V3", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V3", proof: "none" },
  ],
  checks: [
    must("eligibility/confirmed-by-answer"),
    must("exchange/items-as-received"),
    must("identity/right-patient"),
    must("exchange/imported-once"),
  ],
  expect: "pass",
});
