import { must, scenario } from "../../scenario.ts";

/** The terminal's software stops while a patient gives consents, and is not there for the next one, who tries twice; then it is back. */
export const f21 = scenario({
  id: "F21",
  title: { ja: "端末の準備未完了・停止", en: "terminal not ready" },
  underTest: "reader",
  expected: {
    ja: "受付を中止して「利用できません」と表示し、同意を残さない",
    en: "breaks off, shows that it is out of service, and keeps no consent",
  },
  requires: ["X-04", "X-10"],
  seed: 221,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "terminal-stopped", params: { afterMessages: 4 } }],
  steps: [
    {
      step: "check-in",
      visit: "V1",
      persona: "employee",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    {
      step: "check-in",
      visit: "V2",
      persona: "colleague",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    {
      step: "check-in",
      visit: "V2",
      persona: "colleague",
      methods: ["pin"],
      consents: ["drug", "care", "checkup", "surgery"],
    },
    { step: "repair", fault: "terminal-stopped" },
    { step: "check-in", visit: "V3", persona: "pensioner", methods: ["pin"], consents: [] },
  ],
  checks: [must("reader/out-of-service-shown"), must("reader/consents-as-touched"), must("reader/served-again")],
  expect: "pass",
});
