import { mutant } from "../mutant.ts";

/** Refuses the first command of the public serial driver. */
export const firmwareTextRefused = mutant({
  id: "M-CC-28",
  layer: "CCID",
  title: { ja: "Escape 02を拒否する", en: "Escape 02 is refused" },
  symptom: { ja: "公開ドライバーがリーダーを見つけられない", en: "the public driver finds no reader" },
  source: "found by a second implementation: no check saw it",
  caughtBy: "CC-28",
  slip: (good) => ({ ...good, command: { ...good.command, tellsFirmwareText: false } }),
});
