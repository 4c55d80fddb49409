import { must, type Step, scenario } from "../../scenario.ts";

/** Commands the card hears in a check-in by PIN and in one by face. */
const COMMANDS_BY_PIN = 16;
const COMMANDS_BY_FACE = 50;

/** One check-in for each command, torn away there. */
const tornAtEach = (commands: number, method: "pin" | "face"): readonly Step[] =>
  Array.from({ length: commands }, (_, apdu): readonly Step[] => [
    { step: "arm", armed: { fault: "torn-at-apdu", params: { apdu } } },
    { step: "check-in", visit: "V1", persona: "employee", methods: [method], consents: ["drug"] },
    { step: "repair", fault: "torn-at-apdu" },
  ]).flat();

/** The card is pulled away at every command of a check-in by PIN, and at every command of one by face; then somebody else comes. */
export const f03 = scenario({
  id: "F03",
  title: { ja: "処理中のカード抜き取り（全コマンド）", en: "card pulled away at each command" },
  underTest: "reader",
  expected: {
    ja: "受付を中止し、結果を残さず、次のカードを受け付ける",
    en: "breaks off without a result, and the next card works",
  },
  requires: ["X-04", "X-10"],
  seed: 203,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    ...tornAtEach(COMMANDS_BY_PIN, "pin"),
    ...tornAtEach(COMMANDS_BY_FACE, "face"),
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
  ],
  checks: [must("reader/silence-ends"), must("reader/retries-bounded"), must("reader/served-again")],
  expect: "pass",
});
