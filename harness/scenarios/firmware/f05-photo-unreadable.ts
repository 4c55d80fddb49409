import { must, scenario } from "../../scenario.ts";

/** The application with the photo does not answer, the certificate is fine: face is closed, PIN and visual check are open. */
export const f05 = scenario({
  id: "F05",
  title: { ja: "顔写真が読み取れない（証明書は正常）", en: "photo unreadable, certificate fine" },
  underTest: "reader",
  expected: {
    ja: "顔認証を閉じ、暗証番号と目視を選べる",
    en: "closes face and offers PIN and visual check",
  },
  requires: ["R1-03", "R1-53", "X-04"],
  seed: 205,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "application-missing", params: { application: "card-surface" } }],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["face", "pin"], consents: ["drug"] },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face", "visual"], consents: ["drug"] },
  ],
  checks: [must("reader/failed-way-closes"), must("reader/served-again")],
  expect: "pass",
});
