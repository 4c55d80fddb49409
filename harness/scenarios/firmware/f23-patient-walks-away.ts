import { must, type Step, scenario } from "../../scenario.ts";

/** From choosing how to confirm to the form of the prescription. */
const LEFT_AT = ["S02", "S03b", "S04", "S05", "S07"] as const;

/** Patients walk away at one screen after another; somebody else comes and refuses everything. */
export const f23 = scenario({
  id: "F23",
  title: { ja: "患者の離席（60秒無操作）", en: "patient walks away" },
  underTest: "reader",
  expected: {
    ja: "時間が過ぎたら画面を消し、同意を捨てる",
    en: "clears the screen when the time is over and discards the consents",
  },
  requires: ["X-10"],
  seed: 223,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    ...LEFT_AT.map(
      (walksAwayAt): Step => ({
        step: "check-in",
        visit: "V1",
        persona: "employee",
        methods: ["pin"],
        consents: ["drug", "care", "checkup", "surgery"],
        walksAwayAt,
        leavesCardMs: 30_000,
      }),
    ),
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["pin"], consents: [] },
  ],
  checks: [must("reader/abandoned-is-cleared"), must("reader/consents-as-touched"), must("reader/served-again")],
  expect: "pass",
});
