import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/** Somebody with 医療扶助 alone: the key is registered with 公費負担者番号 and 受給者番号, and comes back with the card. */
export const c35 = scenario({
  id: "C35",
  title: { ja: "医療扶助の照会番号", en: "reference number with the numbers of medical aid" },
  expected: {
    ja: "公費負担者番号・受給者番号で照会番号を登録し、次回のカードの結果で同じカルテを開く",
    en: "registers with payer and recipient number; the card brings it back and opens the same chart",
  },
  requires: ["R0-29", "R0-28"],
  rules: ["SEQ-05/registered"],
  seed: 135,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "aid-alone" },
    { step: "check-in", visit: "V1", persona: "aid-alone", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "register-reference", visit: "V1" },
    { step: "wait", ms: DAY_MS },
    { step: "reception", visit: "V2", persona: "aid-alone" },
    { step: "check-in", visit: "V2", persona: "aid-alone", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "list-holdings" },
  ],
  checks: [must("identity/chart-by-reference"), must("identity/one-chart-each")],
  expect: "pass",
});
