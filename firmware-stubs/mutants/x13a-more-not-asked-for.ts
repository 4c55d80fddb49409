import { mutant } from "../mutant.ts";

/** Does not ask for the next part of a command. */
export const moreNotAskedFor = mutant({
  id: "X13a",
  layer: "CCID",
  title: { ja: "分割コマンドの続きを求めない", en: "the next part of a command is not asked for" },
  symptom: { ja: "ホストが途中の部分を応答とみなす", en: "the host takes an empty answer for the end" },
  source: "firmware-validation.md §9 X13: the public driver's note on a reader that does not chain",
  caughtBy: "CC-20",
  slip: (good) => ({ ...good, command: { ...good.command, asksForMore: false } }),
});
