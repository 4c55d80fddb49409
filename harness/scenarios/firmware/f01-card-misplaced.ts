import { must, scenario } from "../../scenario.ts";

/** A card that lies badly is felt by nobody, and lies there for ten seconds; then it is put down again. */
export const f01 = scenario({
  id: "F01",
  title: { ja: "カードの置き方の不良（10秒）", en: "card misplaced for ten seconds" },
  underTest: "reader",
  expected: {
    ja: "【001】を表示し、受付を始めず、置き直したカードを受け付ける",
    en: "shows 001, opens no session, and is ready for the card that is put down again",
  },
  requires: ["R3-43", "X-04"],
  seed: 201,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [{ fault: "card-misplaced", params: { placings: 1 } }],
  steps: [
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"], leavesCardMs: 10_000 },
    { step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: ["drug"] },
  ],
  checks: [must("reader/unfelt-card-opens-nothing"), must("reader/served-again")],
  expect: "pass",
});
