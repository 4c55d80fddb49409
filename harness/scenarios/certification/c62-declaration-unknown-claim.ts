import { msBetween } from "../../../simulator/kernel/civil-time.ts";
import { must, scenario } from "../../scenario.ts";

const FIRST = "2026-02-10";

/**
 * Nobody knows the patient's insurance and nothing proves it: a declaration, the share as stated, and an unknown claim. One
 * who fled from a disaster is claimed with other digits.
 */
export const c62 = scenario({
  id: "C62",
  title: { ja: "申立書による不詳請求", en: "a declaration and an unknown claim" },
  expected: {
    ja: "申立の割合で会計し、番号を7で埋め摘要に不詳・住所等を記載して請求する。項目が欠けた申立書では請求しない",
    en: "asks the stated share, claims with numbers of sevens and remarks; an incomplete declaration waits",
  },
  requires: ["R3-18", "R3-20", "R3-21", "R3-24", "R3-45", "SYS-19", "D-17", "N-21"],
  seed: 162,
  policyDate: FIRST,
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  rules: [
    "8/state/portal-pdf",
    "8/state/none",
    "8/state/notice",
    "8/declaration-written",
    "8/declaration-incomplete",
    "9.1/unknown",
    "9.1/needs-declaration",
    "9.1/sevens",
    "9.1/disaster-nines",
  ],
  steps: [
    { step: "reception", visit: "V1", persona: "never-fed" },
    { step: "check-in", visit: "V1", persona: "never-fed", methods: ["pin"], consents: [] },
    { step: "show-proof", visit: "V1", situation: "state", proof: "portal-pdf" },
    { step: "show-proof", visit: "V1", situation: "state", proof: "none" },
    { step: "declare", visit: "V1", persona: "never-fed", says: "in-writing" },
    { step: "settle", visit: "V1", proof: "declaration" },
    { step: "charge", visit: "V1", points: 513 },
    { step: "reception", visit: "V2", persona: "unknown-newcomer" },
    { step: "inquiry", visit: "V2", persona: "unknown-newcomer" },
    { step: "show-proof", visit: "V2", situation: "state", proof: "notice" },
    { step: "declare", visit: "V2", persona: "unknown-newcomer", says: "in-writing", without: ["contact"] },
    { step: "settle", visit: "V2", proof: "declaration" },
    { step: "charge", visit: "V2", points: 300 },
    { step: "reception", visit: "V3", persona: "namesake" },
    { step: "declare", visit: "V3", persona: "namesake", says: "in-writing", disaster: true },
    { step: "settle", visit: "V3", proof: "declaration" },
    { step: "charge", visit: "V3", points: 280 },
    { step: "wait", ms: msBetween(FIRST, "2026-03-02") },
    { step: "claim-month" },
  ],
  checks: [
    must("eligibility/proof-by-table"),
    must("eligibility/nobody-found-falls-back"),
    must("charge/share-as-owed"),
    must("claims/basis-by-rule"),
    must("claims/unknown-filled"),
    must("exchange/requests-well-formed"),
  ],
  expect: "pass",
});
