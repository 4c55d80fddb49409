import { DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

/**
 * The patient key registered at the first visit opens the chart at the next, though the insurer has changed since; the key
 * of somebody known before is registered with a batch.
 */
export const c33 = scenario({
  id: "C33",
  title: { ja: "照会番号の登録と次回受診", en: "reference number registered, returned at the next visit" },
  expected: {
    ja: "結果の照会番号で正しいカルテを自動で開く。保険者が変わっても同じ患者のカルテに取り込む",
    en: "opens the right chart by the reference number in the face file, also after a change of insurer",
  },
  requires: ["R0-28", "R1-22", "R1-23", "SYS-36"],
  rules: ["SEQ-05/registered", "3.2/7"],
  seed: 133,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "register-reference", visit: "V1" },
    { step: "insurer-registers", persona: "employee", fromDay: 1, afterDays: 1 },
    { step: "wait", ms: 2 * DAY_MS },
    { step: "reception", visit: "V2", persona: "employee" },
    { step: "check-in", visit: "V2", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "known", persona: "colleague", chart: "00000133" },
    { step: "register-references", charts: ["00000133"] },
    { step: "reception", visit: "V3", persona: "colleague" },
    { step: "check-in", visit: "V3", persona: "colleague", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V3", proof: "none" },
    { step: "list-holdings" },
  ],
  checks: [
    must("identity/chart-by-reference"),
    must("identity/one-chart-each"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/items-as-received"),
  ],
  expect: "pass",
});
