import { mutant } from "../mutant.ts";

/** Declares an echo and sends none. */
export const echoMissing = mutant({
  id: "X01a",
  layer: "serial",
  title: { ja: "宣言したエコーを返さない", en: "the declared echo is not sent" },
  symptom: {
    ja: "エコーを待つホストが応答を読み違える",
    en: "a host that reads the echo first takes the answer for it",
  },
  source: "firmware-validation.md §9 X01: the public driver keeps an echo flag for each model",
  caughtBy: "SR-10",
  slip: (good) => ({ ...good, line: { ...good.line, echoes: () => 0 } }),
});
