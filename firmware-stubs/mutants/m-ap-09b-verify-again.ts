import { mutant } from "../mutant.ts";

/** Sends VERIFY once more when the card says it was wrong. */
export const verifyAgain = mutant({
  id: "M-AP-09b",
  layer: "PIN",
  title: { ja: "VERIFYを自動で再送する", en: "VERIFY is sent again by itself" },
  symptom: { ja: "1回の誤りで残りが2回減る", en: "one wrong entry uses up two tries" },
  source: "ours: a retry meant for a bad line",
  caughtBy: "AP-09",
  slip: (good) => ({ ...good, pin: { ...good.pin, asksAgain: (response) => response[0] === 0x63 } }),
});
