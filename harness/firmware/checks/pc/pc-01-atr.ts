import { atrText } from "../../../../devices/iso7816/atr.ts";
import { decodeAtr } from "../../../../devices/iso7816/atr-decode.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { warmReset } from "./program.ts";

/** The ATR is as long as it says, begins with a convention, and sums up. */
export const wellFormedAtr = pcCheck({
  id: "PC-01",
  title: { ja: "ATRの形式", en: "the ATR is well formed" },
  expected: {
    ja: "接続時もリセット後も、TSが3Bまたは3Fで、T0とTDのとおりの長さで、TCKが合う",
    en: "TS is 3B or 3F, the length is what T0 and TD say, and TCK is right, when connected and after a reset",
  },
  clause: "ISO/IEC 7816-3 §8.2 (TS, T0, TD, TCK); PC/SC 2.01 part 3 §3.1.3.2.3 (ATR of a contactless card)",
  severity: "must",
  next: {
    ja: "非接触カードのATRは 3B 8n 80 01 と ATQB のバイト、TCK から組み立てます。履歴バイト数とTCKを確認してください",
    en: "the ATR of a contactless card is 3B 8n 80 01, bytes of the ATQB, and TCK: look at the number of historical bytes and at TCK",
  },
  *run(bench: Bench) {
    bench.step("the ATR of the card as it was connected");
    const connected = requireWellFormed(bench);
    bench.step("the ATR after a warm reset");
    yield* warmReset(bench);
    const reset = requireWellFormed(bench);
    return connected === reset
      ? { ja: reset, en: reset }
      : { ja: `${connected} → ${reset}`, en: `${connected}, then ${reset}` };
  },
});

/** The ATR as text; the clause is broken by one that is not well formed. */
function requireWellFormed(bench: Bench): string {
  const atr = bench.pcsc.atr();
  const { convention, complete, extraBytes, tck } = decodeAtr(atr);
  const text = atrText(atr);
  bench.require(convention !== "unknown", {
    ja: `TSが3Bでも3Fでもない: ${text}`,
    en: `TS is neither 3B nor 3F: ${text}`,
  });
  bench.require(complete, { ja: `T0とTDのいう長さに足りない: ${text}`, en: `shorter than T0 and TD say: ${text}` });
  bench.require(extraBytes === 0, {
    ja: `${extraBytes}バイト余分: ${text}`,
    en: `${extraBytes} bytes too many: ${text}`,
  });
  bench.require(tck !== "wrong", { ja: `TCKが合わない: ${text}`, en: `TCK is wrong: ${text}` });
  return text;
}
