import { mutant } from "../mutant.ts";

/** Takes 0.7 s for GetSlotStatus. */
export const slowSlotStatus = mutant({
  id: "X17",
  layer: "CCID",
  title: { ja: "GetSlotStatusに0.7秒かかる", en: "GetSlotStatus takes 0.7 s" },
  symptom: { ja: "ホストが起動時にリーダーを切り離す", en: "the host drops the reader when it starts" },
  source: "firmware-validation.md §9 X17: PCSC issue 66, time-outs of ACR122U and TWN4 in the public driver",
  caughtBy: "CC-02",
  slip: (good) => ({ ...good, command: { ...good.command, slotStatusDelayMs: 700 } }),
});
