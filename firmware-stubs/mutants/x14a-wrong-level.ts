import { EXCHANGE_LEVEL } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Describes itself as a reader of blocks, and takes APDUs. */
export const wrongLevel = mutant({
  id: "X14a",
  layer: "CCID",
  title: { ja: "ディスクリプターでTPDUと名乗る", en: "the descriptor says TPDU, the reader takes APDUs" },
  symptom: { ja: "ホストがブロックをAPDUとして送ってしまう", en: "the host sends blocks where commands are due" },
  source: "firmware-validation.md §9 X14: notes of the public driver on O2Micro, C3PO and GemPC",
  caughtBy: "CC-18",
  slip: (good) => ({
    ...good,
    command: {
      ...good.command,
      descriptor: (declared) =>
        good.command.descriptor({ ...declared, dwFeatures: (declared.dwFeatures & 0xffff) | EXCHANGE_LEVEL.tpdu }),
    },
  }),
});
