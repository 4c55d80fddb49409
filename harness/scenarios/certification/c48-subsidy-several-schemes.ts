import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-02-10";

/** One certificate on paper, and a week later all three by card in another order than they pay in. The month is one claim. */
export const c48 = scenario({
  id: "C48",
  title: { ja: "医療費助成3制度（21・54・地方単独）", en: "several subsidies: 21, 54 and a local one" },
  expected: {
    ja: "負担順位のとおり、公費を4つまで請求書に並べる",
    en: "public expenses stand on the claim in their order, four at most",
  },
  requires: ["R4-09", "R4-13", "R4-14", "R4-15", "R4-16"],
  rules: ["10.2/in-order", "10.1/21", "10.1/54", "10.1/local", "10.1/local-own-area"],
  seed: 148,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "known", persona: "subsidy-several", chart: "00000148" },
    { step: "reception", visit: "V1", persona: "subsidy-several", chart: "00000148" },
    { step: "check-in", visit: "V1", persona: "subsidy-several", methods: ["face"], consents: [], prescription: "2" },
    { step: "wait", ms: 5_000 },
    { step: "paper-certificate", visit: "V1", persona: "subsidy-several" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "charge", visit: "V1", points: 420 },
    { step: "list-payers", visit: "V1" },
    { step: "wait", ms: msBetween(FIRST, "2026-02-17") },
    { step: "reception", visit: "V2", persona: "subsidy-several", chart: "00000148" },
    {
      step: "check-in",
      visit: "V2",
      persona: "subsidy-several",
      methods: ["face"],
      consents: ["subsidy"],
      prescription: "2",
    },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "charge", visit: "V2", points: 310 },
    { step: "list-payers", visit: "V2" },
    { step: "wait", ms: msBetween("2026-02-17", "2026-03-02") },
    { step: "claim-month" },
  ],
  checks: [
    must("subsidy/expenses-in-order"),
    must("subsidy/certificates-as-received"),
    must("claims/expenses-in-order"),
  ],
  expect: "pass",
});
