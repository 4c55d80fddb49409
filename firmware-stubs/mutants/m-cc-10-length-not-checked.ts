import { mutant } from "../mutant.ts";

/** Does not look whether a command may have data. */
export const lengthNotChecked = mutant({
  id: "M-CC-10",
  layer: "CCID",
  title: { ja: "コマンドごとのdwLengthを確認しない", en: "dwLength is not held against the command" },
  symptom: { ja: "壊れたコマンドが実行される", en: "a garbled command is carried out" },
  source: "our own; firmware-validation.md §1.2: 1, dwLength",
  caughtBy: "CC-10",
  slip: (good) => ({
    ...good,
    command: { ...good.command, refusal: (why) => (why === "length" ? undefined : good.command.refusal(why)) },
  }),
});
