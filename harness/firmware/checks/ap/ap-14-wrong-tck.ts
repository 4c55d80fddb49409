import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { apduCheck } from "./apdu-check.ts";
import { refusesAtr } from "./bad-atr.ts";

/** The quick ATR of all checks with one bit of TCK wrong. */
const WRONG_TCK = fromHex("3B 80 81 31 FE 04 CB");

/** An ATR whose check character does not fit is refused. */
export const wrongTck = apduCheck({
  id: "AP-14",
  title: { ja: "TCKの誤ったATR", en: "an ATR with a wrong TCK" },
  expected: { ja: "IccPowerOnがbError F7で失敗する", en: "IccPowerOn fails with bError F7" },
  clause: "USB CCID 1.1 §6.2.6; ISO/IEC 7816-3 §8.2.5; firmware-validation.md §1.2 F7",
  severity: "must",
  withoutApdus: true,
  next: {
    ja: "T0からTCKまでの排他的論理和が00になるか確かめてください",
    en: "the exclusive or of T0 to TCK has to be 00",
  },
  *play(bench: Bench) {
    yield* refusesAtr(bench, WRONG_TCK, "badAtrTck");
    return { ja: "F7で失敗", en: "refused with F7" };
  },
});
