import { COMMAND_STATUS } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Takes a request for less time than the last one for the end of the work. */
export const extensionAsAnswer = mutant({
  id: "X07b",
  layer: "CCID",
  title: {
    ja: "短くなった時間延長を応答として返す",
    en: "a time extension shorter than the last one is sent as the answer",
  },
  symptom: { ja: "ホストが空の応答を受け取る", en: "the host gets an empty answer" },
  source: "firmware-validation.md §9 X07: the public driver loops on it",
  caughtBy: "CC-11",
  slip: (good) => ({
    ...good,
    command: {
      ...good.command,
      extensionStatus: (told, largest) => (told < largest ? COMMAND_STATUS.ok : COMMAND_STATUS.timeExtension),
    },
  }),
});
