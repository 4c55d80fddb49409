import { mutant } from "../mutant.ts";

/** Sends the echo twice. */
export const echoTwice = mutant({
  id: "X01b",
  layer: "serial",
  title: { ja: "エコーを2回返す", en: "the echo is sent twice" },
  symptom: { ja: "ホストが自分のフレームを応答とみなす", en: "the host takes its own frame for the answer" },
  source: "firmware-validation.md §9 X01: the public driver keeps an echo flag for each model",
  caughtBy: "SR-10",
  slip: (good) => ({ ...good, line: { ...good.line, echoes: (declared) => (declared ? 2 : 0) } }),
});
