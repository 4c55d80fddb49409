import { mutant } from "../mutant.ts";

/** Takes every interrupt for a movement. */
export const powerEventAsMovement = mutant({
  id: "X12",
  layer: "CCID",
  title: { ja: "電源の変動をカードの動きとして通知する", en: "an event of the supply is told as a movement" },
  symptom: { ja: "抜かれていないカードが抜かれたことになる", en: "a removal is seen that was none" },
  source: "firmware-validation.md §9 X12: note on version 1.6.2 of the public driver",
  caughtBy: "CC-15",
  slip: (good) => ({ ...good, line: { ...good.line, noticesPowerEvents: true } }),
});
