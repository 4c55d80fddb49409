import { ERROR } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Answers the cancel key with a hardware error. */
export const cancelAsFailure = mutant({
  id: "M-CC-16",
  layer: "PIN",
  title: { ja: "取消キーを故障として返す", en: "the cancel key is told as a hardware error" },
  symptom: { ja: "窓口が患者の取消をリーダーの故障と誤る", en: "the counter takes a patient's no for a broken reader" },
  source: "our own; firmware-validation.md §1.2: EF, PIN_CANCELLED",
  caughtBy: "CC-16",
  slip: (good) => ({ ...good, pin: { ...good.pin, cancelError: ERROR.hardware } }),
});
