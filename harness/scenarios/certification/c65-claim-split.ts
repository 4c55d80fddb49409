import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-03-02";

/**
 * The insurer changes on the 11th. On the 10th, in an outage, the patient shows the new certificate a day early: claims of 100
 * and 200 points become 130 and 170, as in the picture of requirements.md R1-15.
 */
export const c65 = scenario({
  id: "C65",
  title: { ja: "月途中の資格変更とレセプト分割", en: "a claim is split at the change of insurer" },
  expected: {
    ja: "診療日で二つの保険者に分かれ、100＋200点が130＋170点になる（合計は不変）",
    en: "two insurers by the day of care; 100 + 200 points become 130 + 170, the sum stays",
  },
  requires: ["R1-14", "R1-15", "SYS-28", "N-13", "R3-44"],
  seed: 165,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["8/outage/certificate", "9.1/current", "9.2/2", "9.2/5", "9.2/day-billed"],
  steps: [
    { step: "known", persona: "mid-month-changer", chart: "00000165", insuredAs: "former" },
    { step: "reception", visit: "V1", persona: "mid-month-changer", chart: "00000165" },
    { step: "inquiry", visit: "V1", persona: "mid-month-changer", insuredAs: "former" },
    { step: "settle", visit: "V1", proof: "certificate" },
    { step: "charge", visit: "V1", points: 40 },
    { step: "wait", ms: msBetween(FIRST, "2026-03-06") },
    { step: "reception", visit: "V2", persona: "mid-month-changer", chart: "00000165" },
    { step: "inquiry", visit: "V2", persona: "mid-month-changer", insuredAs: "former" },
    { step: "settle", visit: "V2", proof: "certificate" },
    { step: "charge", visit: "V2", points: 60 },
    { step: "wait", ms: msBetween("2026-03-06", "2026-03-10") },
    { step: "arm", armed: { fault: "line-cut", params: { at: "request" } } },
    { step: "reception", visit: "V3", persona: "mid-month-changer", chart: "00000165" },
    { step: "inquiry", visit: "V3", persona: "mid-month-changer", insuredAs: "latest" },
    { step: "show-proof", visit: "V3", situation: "outage", proof: "certificate" },
    { step: "settle", visit: "V3", proof: "certificate" },
    { step: "charge", visit: "V3", points: 30 },
    { step: "repair", fault: "line-cut" },
    { step: "wait", ms: msBetween("2026-03-10", "2026-03-12") },
    { step: "reception", visit: "V4", persona: "mid-month-changer", chart: "00000165" },
    { step: "inquiry", visit: "V4", persona: "mid-month-changer", insuredAs: "latest" },
    { step: "settle", visit: "V4", proof: "certificate" },
    { step: "charge", visit: "V4", points: 100 },
    { step: "wait", ms: msBetween("2026-03-12", "2026-03-20") },
    { step: "reception", visit: "V5", persona: "mid-month-changer", chart: "00000165" },
    { step: "inquiry", visit: "V5", persona: "mid-month-changer", insuredAs: "latest" },
    { step: "settle", visit: "V5", proof: "certificate" },
    { step: "charge", visit: "V5", points: 70 },
    { step: "wait", ms: msBetween("2026-03-20", "2026-04-02") },
    { step: "claim-month" },
    { step: "review-claims" },
    { step: "wait", ms: msBetween("2026-04-02", "2026-05-05") },
    { step: "monthly-statement" },
    { step: "list-holdings" },
  ],
  checks: [
    must("claims/basis-by-rule"),
    must("claims/notices-worked-in"),
    must("claims/record-as-told"),
    must("eligibility/proof-by-table"),
  ],
  expect: "pass",
});
