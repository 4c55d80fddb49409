import { ICC_STATUS } from "../../devices/ccid/constants.ts";
import { mutant } from "../mutant.ts";

/** Leaves the state of the card out of failures. */
export const absentToldAsActive = mutant({
  id: "X10",
  layer: "CCID",
  title: { ja: "失敗時に「カードなし」を42でなく40で返す", en: "a failure without a card has 40 instead of 42" },
  symptom: { ja: "ホストが抜去に気づかない", en: "the host cannot tell that the card is gone" },
  source: "firmware-validation.md §9 X10: the public driver has a special case for FE",
  caughtBy: "CC-05",
  slip: (good) => ({ ...good, command: { ...good.command, iccStatusOfFailure: () => ICC_STATUS.active } }),
});
