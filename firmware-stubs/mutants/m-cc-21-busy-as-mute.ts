import { ERROR } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Says of a busy slot that its card is mute. */
export const busyAsMute = mutant({
  id: "M-CC-21",
  layer: "CCID",
  title: { ja: "処理中のスロットを無応答として返す", en: "a busy slot is told as a mute card" },
  symptom: {
    ja: "ホストがカードの電源を切り、処理中のコマンドを失う",
    en: "the host takes the power away, and the command under way is lost",
  },
  source: "our own; firmware-validation.md §1.2: E0, CMD_SLOT_BUSY",
  caughtBy: "CC-21",
  slip: (good) => ({
    ...good,
    command: { ...good.command, refusal: (why) => (why === "busy" ? ERROR.mute : good.command.refusal(why)) },
  }),
});
