import { ERROR } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Answers an abort with nothing to abort as a failure. */
export const abortAloneFails = mutant({
  id: "M-CC-23",
  layer: "CCID",
  title: { ja: "中止対象がないと失敗を返す", en: "an abort that came too late is a failure" },
  symptom: { ja: "ホストが再試行を繰り返し、スロットを捨てる", en: "the host tries again, then gives the slot up" },
  source: "our own; firmware-validation.md §11: 72 alone aborts",
  caughtBy: "CC-23",
  slip: (good) => ({ ...good, command: { ...good.command, abortAlone: ERROR.hardware } }),
});
