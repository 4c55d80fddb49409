import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { apduCheck } from "./apdu-check.ts";
import { refusesAtr } from "./bad-atr.ts";

/** The quick ATR of all checks with TS 3C, which no convention has. */
const WRONG_TS = fromHex("3C 80 81 31 FE 04 CA");

/** An ATR whose first character is none is refused. */
export const wrongTs = apduCheck({
  id: "AP-13",
  title: { ja: "TSの誤ったATR", en: "an ATR with a wrong TS" },
  expected: { ja: "IccPowerOnがbError F8で失敗する", en: "IccPowerOn fails with bError F8" },
  clause: "USB CCID 1.1 §6.2.6; ISO/IEC 7816-3 §8.1 (TS); firmware-validation.md §1.2 F8",
  severity: "must",
  withoutApdus: true,
  next: {
    ja: "TSが3Bか3Fかを確かめてからATRを読んでください",
    en: "TS is 3B or 3F; look at it before you read the rest",
  },
  *play(bench: Bench) {
    yield* refusesAtr(bench, WRONG_TS, "badAtrTs");
    return { ja: "F8で失敗", en: "refused with F8" };
  },
});
