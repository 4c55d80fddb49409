import { must, scenario } from "../../scenario.ts";

/** A result whose bytes are not what it declares; one with a byte-order mark, which is none of a fault. */
export const c57 = scenario({
  id: "C57",
  title: { ja: "文字コードの不整合", en: "encoding faults" },
  expected: {
    ja: "読めない結果は知らせて残し、一部も取り込まない",
    en: "tells of a result it cannot read, keeps it, imports no part of it",
  },
  requires: ["R3-10", "X-04"],

  seed: 157,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",

  faults: [],
  steps: [
    { step: "known", persona: "employee", chart: "00000157" },
    { step: "arm", armed: { fault: "result-encoding", params: { way: "undeclared-shift-jis" } } },
    { step: "reception", visit: "V1", persona: "employee", chart: "00000157" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "repair", fault: "result-encoding" },
    { step: "inquiry", visit: "V1", persona: "employee" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "arm", armed: { fault: "result-encoding", params: { way: "unmappable" } } },
    { step: "reception", visit: "V2", persona: "colleague" },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "repair", fault: "result-encoding" },
    { step: "settle", visit: "V2", proof: "certificate" },
    { step: "arm", armed: { fault: "result-encoding", params: { way: "byte-order-mark" } } },
    { step: "reception", visit: "V3", persona: "pensioner" },
    { step: "check-in", visit: "V3", persona: "pensioner", methods: ["face"], consents: [] },
    { step: "wait", ms: 5_000 },
    { step: "settle", visit: "V3", proof: "none" },
    { step: "repair", fault: "result-encoding" },
  ],
  checks: [must("exchange/unreadable-kept"), must("eligibility/confirmed-by-answer"), must("identity/right-patient")],
  expect: "pass",
});
