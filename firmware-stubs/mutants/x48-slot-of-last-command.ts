import { mutant } from "../mutant.ts";

/** Takes bSlot from the command that came last. */
export const slotOfLastCommand = mutant({
  id: "X48",
  layer: "multi-slot",
  title: { ja: "最後に受けたコマンドのbSlotで応答する", en: "an answer names the slot of the last command" },
  symptom: { ja: "2枚のカードの応答が入れ替わる", en: "answers of two cards are mixed up" },
  source: "firmware-validation.md §9 X48",
  caughtBy: "CC-06",
  slip: (good) => ({ ...good, command: { ...good.command, answerSlot: (_asked, last) => last } }),
});
