import { concat } from "../../simulator/kernel/bytes.ts";
import { mutant } from "../mutant.ts";

const MAX_BYTES = 256 + 2;

/** Has room for 256 bytes and a status word. */
export const answerCutAt256 = mutant({
  id: "X39",
  layer: "APDU",
  title: { ja: "256バイトで応答を切る", en: "answers are cut at 256 bytes" },
  symptom: { ja: "証明書が途中で切れる", en: "certificates are broken" },
  source: "firmware-validation.md §9 X39: acsccid#15",
  caughtBy: "AP-05",
  alsoCaughtBy: { "CC-20": "an answer so long that it comes in parts is longer than 256 bytes" },
  slip: (good) => ({
    ...good,
    apdu: {
      ...good.apdu,
      toHost: (response) =>
        response.length <= MAX_BYTES ? response : concat(response.subarray(0, 256), response.slice(-2)),
    },
  }),
});
