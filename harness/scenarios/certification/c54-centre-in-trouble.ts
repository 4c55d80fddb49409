import { must, scenario } from "../../scenario.ts";

/**
 * The centre fails, answers late, and the connection is reset after it worked: bounded retries, one visit and one chart each, a
 * clear state.
 */
export const c54 = scenario({
  id: "C54",
  title: { ja: "中央サーバーの異常・遅延・切断", en: "the centre fails, is slow, resets" },
  expected: {
    ja: "再試行は有限回、来院は二重にならず、状態が明確",
    en: "bounded retry, no duplicate visits, clear state",
  },
  requires: ["R3-43", "X-01"],
  seed: 154,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "server-error", params: { messages: 1 } }],
  steps: [
    { step: "reception", visit: "V1", persona: "employee" },
    { step: "inquiry", visit: "V1", persona: "employee" },
    { step: "settle", visit: "V1", proof: "none" },
    { step: "repair", fault: "server-error" },
    { step: "arm", armed: { fault: "line-slow", params: { ms: 60_000 } } },
    { step: "reception", visit: "V2", persona: "colleague" },
    { step: "inquiry", visit: "V2", persona: "colleague" },
    { step: "settle", visit: "V2", proof: "none" },
    { step: "repair", fault: "line-slow" },
    { step: "arm", armed: { fault: "line-slow", params: { ms: 5_000 } } },
    { step: "reception", visit: "V3", persona: "pensioner" },
    { step: "inquiry", visit: "V3", persona: "pensioner" },
    { step: "settle", visit: "V3", proof: "certificate" },
    { step: "repair", fault: "line-slow" },
    { step: "arm", armed: { fault: "line-cut", params: { at: "answer" } } },
    { step: "reception", visit: "V4", persona: "newcomer" },
    { step: "inquiry", visit: "V4", persona: "newcomer" },
    { step: "repair", fault: "line-cut" },
    { step: "inquiry", visit: "V4", persona: "newcomer" },
    { step: "settle", visit: "V4", proof: "certificate" },
    { step: "list-holdings" },
  ],
  checks: [
    must("line/requests-bounded"),
    must("line/silence-is-not-valid"),
    must("eligibility/confirmed-by-answer"),
    must("exchange/imported-once"),
    must("line/settled-once"),
    must("identity/one-chart-each"),
  ],
  expect: "pass",
});
