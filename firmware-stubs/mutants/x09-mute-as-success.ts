import { COMMAND, COMMAND_STATUS } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Tells of a card that stays mute on power without the failed bit. */
export const muteAsSuccess = mutant({
  id: "X09",
  layer: "CCID",
  title: { ja: "応答しないカードを成功として返す", en: "a mute card is told as success" },
  symptom: { ja: "0バイトの応答でホストが異常終了する", en: "the host gets an answer of no bytes and crashes" },
  source: "firmware-validation.md §9 X09: pyscard issue 18, status 00 with error FE",
  caughtBy: "CC-07",
  slip: (good) => ({
    ...good,
    command: {
      ...good.command,
      muteStatus: (state, type) =>
        type === COMMAND.iccPowerOn && state !== "absent" ? COMMAND_STATUS.ok : good.command.muteStatus(state, type),
    },
  }),
});
