import { mutant } from "../mutant.ts";

/** Multiplies every request for time with the largest before. */
export const multiplierForEver = mutant({
  id: "X08",
  layer: "CCID",
  title: { ja: "延長の倍率を掛け続ける", en: "multipliers are multiplied for ever" },
  symptom: { ja: "ホストの待ち時間が際限なく延びる", en: "the host waits for hours" },
  source: "firmware-validation.md §9 X08: OpenSC issue 393, a wait of 322,670 s in a log",
  caughtBy: "CC-12",
  slip: (good) => ({
    ...good,
    command: { ...good.command, extensionMultiplier: (asked, largest) => asked * Math.max(1, largest) },
  }),
});
