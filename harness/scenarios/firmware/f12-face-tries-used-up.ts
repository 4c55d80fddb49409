import { type CheckIn, must, type Step, scenario } from "../../scenario.ts";

/** A check-in whose face is refused, and which goes on by PIN. */
const refused = (visit: string, persona: CheckIn["persona"], before: Pick<CheckIn, "face" | "faceScores">): Step => ({
  step: "check-in",
  visit,
  persona,
  methods: ["face", "pin"],
  consents: ["drug"],
  ...before,
});

/**
 * No face is accepted, for one reason after the other: a mask, a stranger's score, a window behind the person, a photograph
 * and a telephone held up, nobody before the camera. Then one who is seen at the third try.
 */
export const f12 = scenario({
  id: "F12",
  title: { ja: "顔認証の試行回数を使い切る", en: "face tries used up" },
  underTest: "reader",
  expected: {
    ja: "決まった回数で打ち切り、暗証番号か目視に切り替える。写真や画面は本人と認めない",
    en: "stops after its tries and goes over to PIN or visual check; takes no picture for a person",
  },
  requires: ["R1-03"],
  seed: 212,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    refused("V1", "employee", { face: "masked" }),
    { step: "arm", armed: { fault: "face-score", params: { score: 10 } } },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face", "visual"], consents: ["drug"] },
    { step: "repair", fault: "face-score" },
    refused("V1", "employee", { face: "backlit" }),
    refused("V1", "employee", { face: "printed" }),
    refused("V2", "colleague", { face: "screen" }),
    refused("V2", "colleague", { faceScores: ["time-over"] }),
    {
      step: "check-in",
      visit: "V2",
      persona: "colleague",
      methods: ["face"],
      consents: ["drug"],
      faceScores: [{ quality: "backlit" }, "time-over", 930],
    },
    { step: "check-in", visit: "V2", persona: "colleague", methods: ["face"], consents: ["drug"] },
  ],
  checks: [
    must("reader/face-tries-bounded"),
    must("reader/no-face-without-life"),
    must("reader/failed-way-closes"),
    must("reader/served-again"),
  ],
  expect: "pass",
});
