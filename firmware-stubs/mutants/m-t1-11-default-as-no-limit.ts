import { DEFAULT_IFS_BYTES, READER_IFSD_BYTES } from "../../devices/t1/constants.ts";
import { mutant } from "../mutant.ts";

/** Takes IFSC 32, which is the default, for no limit. */
export const defaultAsNoLimit = mutant({
  id: "M-T1-11",
  layer: "T=1",
  title: { ja: "IFSC 32を「制限なし」とみなす", en: "IFSC 32 is taken for no limit" },
  symptom: { ja: "カードのバッファが溢れる", en: "the buffer of the card overflows" },
  source: "thought out: a slip behind T1-11",
  caughtBy: "T1-11",
  slip: (good) => ({
    ...good,
    t1: {
      ...good.t1,
      pieceBytes: (leftBytes, ifsc) => Math.min(leftBytes, ifsc === DEFAULT_IFS_BYTES ? READER_IFSD_BYTES : ifsc),
    },
  }),
});
