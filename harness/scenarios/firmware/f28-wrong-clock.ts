import { must, type Step, scenario } from "../../scenario.ts";

const DAY_MS = 86_400_000;
/** From 2026-02-10 to a day after a signed 32-bit clock ran over, 2038-01-19. */
const TO_2038_MS = 4_363 * DAY_MS;
/** One of each standing of the certificate. */
const VISITS = [
  ["V1", "employee"],
  ["V2", "certificate-near-end"],
  ["V3", "certificate-in-grace"],
  ["V4", "certificate-expired"],
] as const;

/** The reader's clock is a day ahead, a day behind, and in 2038. */
export const f28 = scenario({
  id: "F28",
  title: { ja: "リーダーの時計の誤り（±1日、2038年）", en: "wrong clock in the reader (±1 day, 2038)" },
  underTest: "reader",
  expected: {
    ja: "電子証明書の状態は中央の時刻で決まり、案内も変わらない",
    en: "the certificate stands where the centre's time puts it, and so does the notice",
  },
  requires: ["R3-53"],
  seed: 228,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [DAY_MS, -DAY_MS, TO_2038_MS].flatMap((readerClockOffMs) =>
    VISITS.map(
      ([visit, persona]): Step => ({
        step: "check-in",
        visit,
        persona,
        methods: ["pin"],
        consents: ["drug"],
        readerClockOffMs,
      }),
    ),
  ),
  checks: [must("reader/standing-from-centre")],
  expect: "pass",
});
