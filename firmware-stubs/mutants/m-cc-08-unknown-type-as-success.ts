import { mutant } from "../mutant.ts";

/** Answers what it does not know as carried out. */
export const unknownTypeAsSuccess = mutant({
  id: "M-CC-08",
  layer: "CCID",
  title: { ja: "未知のコマンドに成功と応答する", en: "an unknown command is told as carried out" },
  symptom: { ja: "ホストが機能の有無を判断できない", en: "the host believes in functions the reader does not have" },
  source: "our own; firmware-validation.md §1.2: 00, command not supported",
  caughtBy: "CC-08",
  slip: (good) => ({
    ...good,
    command: { ...good.command, refusal: (why) => (why === "type" ? undefined : good.command.refusal(why)) },
  }),
});
