import { must, scenario } from "../../scenario.ts";

/** One command in five is lost, then four in five; then one answer in five is 6F00; the reader tries again a few times or ends cleanly. */
export const f06 = scenario({
  id: "F06",
  title: { ja: "不安定な無線の場", en: "intermittent field" },
  underTest: "reader",
  expected: {
    ja: "数回まで読み直し、だめなら結果を残さずに終わる",
    en: "reads again a few times at most, else ends without a result",
  },
  requires: ["X-04"],
  seed: 206,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "arm", armed: { fault: "intermittent-field" } },
    {
      step: "repeat",
      times: 6,
      steps: [{ step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] }],
    },
    { step: "repair", fault: "intermittent-field" },
    { step: "arm", armed: { fault: "intermittent-field", params: { parts: 4, of: 5 } } },
    {
      step: "repeat",
      times: 2,
      steps: [{ step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] }],
    },
    { step: "repair", fault: "intermittent-field" },
    { step: "arm", armed: { fault: "spurious-status-word", params: { times: 1_000, parts: 1, of: 5 } } },
    {
      step: "repeat",
      times: 6,
      steps: [{ step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: ["drug"] }],
    },
    { step: "repair", fault: "spurious-status-word" },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/retries-bounded"), must("reader/silence-ends"), must("reader/served-again")],
  expect: "pass",
});
