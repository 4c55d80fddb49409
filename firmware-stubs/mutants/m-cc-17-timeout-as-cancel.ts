import { ERROR } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Answers an entry that ran out of time as cancelled. */
export const timeoutAsCancel = mutant({
  id: "M-CC-17",
  layer: "PIN",
  title: { ja: "時間切れを取消として返す", en: "a time-out is told as cancelled" },
  symptom: { ja: "入力を待つべき患者に取消画面が出る", en: "a patient who was slow is told that they cancelled" },
  source: "our own; firmware-validation.md §1.2: F0, PIN_TIMEOUT",
  caughtBy: "CC-17",
  slip: (good) => ({ ...good, pin: { ...good.pin, timeoutError: ERROR.pinCancelled } }),
});
