import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2024-10-15";

/** Only the facility's own card is shown and the stored number is asked: once a month that is not enough. */
export const c69 = scenario({
  id: "C69",
  title: { ja: "診察券のみの受診（月1回の確認）", en: "the consultation card alone, month by month" },
  expected: {
    ja: "月の最初は確認とせず、確認済みの月は照会が有効なら認める。経過措置の後は認めない",
    en: "no proof at the first visit of a month, accepted later when the answer is valid, not at all after the transition",
  },
  requires: ["R2-01", "R2-03", "R2-04", "R2-05", "R2-06", "N-08", "SYS-58"],
  seed: 169,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: ["14/first-of-month", "14/later-in-month", "14/not-valid", "14/tolerance-ended"],
  steps: [
    { step: "known", persona: "employee", chart: "00000169" },
    { step: "reception", visit: "V1", persona: "employee", chart: "00000169" },
    { step: "inquiry", visit: "V1", persona: "employee" },
    { step: "settle", visit: "V1", proof: "consultation-card" },
    { step: "known", persona: "job-leaver", chart: "00000170", insuredAs: "former" },
    { step: "reception", visit: "V2", persona: "job-leaver", chart: "00000170" },
    { step: "settle", visit: "V2", proof: "old-card" },
    { step: "wait", ms: msBetween(FIRST, "2024-10-17") },
    { step: "reception", visit: "V3", persona: "employee", chart: "00000169" },
    { step: "inquiry", visit: "V3", persona: "employee" },
    { step: "settle", visit: "V3", proof: "old-card" },
    { step: "wait", ms: msBetween("2024-10-17", "2024-10-22") },
    { step: "reception", visit: "V4", persona: "employee", chart: "00000169" },
    { step: "inquiry", visit: "V4", persona: "employee" },
    { step: "settle", visit: "V4", proof: "consultation-card" },
    { step: "reception", visit: "V5", persona: "job-leaver", chart: "00000170" },
    { step: "inquiry", visit: "V5", persona: "job-leaver", insuredAs: "former" },
    { step: "settle", visit: "V5", proof: "consultation-card" },
    { step: "wait", ms: msBetween("2024-10-22", "2024-11-05") },
    { step: "reception", visit: "V6", persona: "employee", chart: "00000169" },
    { step: "inquiry", visit: "V6", persona: "employee" },
    { step: "settle", visit: "V6", proof: "consultation-card" },
    { step: "wait", ms: msBetween("2024-11-05", "2024-12-03") },
    { step: "reception", visit: "V7", persona: "employee", chart: "00000169" },
    { step: "check-in", visit: "V7", persona: "employee", methods: ["pin"], consents: [] },
    { step: "settle", visit: "V7", proof: "none" },
    { step: "wait", ms: msBetween("2024-12-03", "2024-12-10") },
    { step: "reception", visit: "V8", persona: "employee", chart: "00000169" },
    { step: "inquiry", visit: "V8", persona: "employee" },
    { step: "settle", visit: "V8", proof: "consultation-card" },
  ],
  checks: [
    must("eligibility/consultation-card-by-month"),
    must("eligibility/old-card-by-date"),
    must("exchange/requests-well-formed"),
  ],
  expect: "pass",
});
