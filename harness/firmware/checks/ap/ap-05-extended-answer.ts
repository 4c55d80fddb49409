import { fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, withOk } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

/** Two bytes more than a short answer has room for, and short enough for one message of 271 bytes. */
const DATA = counted(258);
/** READ BINARY with extended Le 0102. */
const READ = fromHex("00 B0 00 00 00 01 02");

/** An answer of more than 256 bytes comes whole. */
export const extendedAnswer = apduCheck({
  id: "AP-05",
  title: { ja: "256バイトを超える応答", en: "an answer of more than 256 bytes" },
  expected: {
    ja: "拡張Leで求めた258バイトがすべて返る",
    en: "258 bytes asked for with an extended Le come whole",
  },
  clause: "ISO/IEC 7816-4 §5.1; USB CCID 1.1 §5.1 (dwFeatures 40000); firmware-validation.md §9 X39",
  severity: "must",
  alsoNeeds: ["extended-apdu"],
  next: {
    ja: "応答バッファーが256＋2バイトに限られていないか確認してください（証明書が壊れます）",
    en: "look for an answer buffer of 256 + 2 bytes: certificates break on it",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot, () => withOk(DATA));
    yield* powered(bench, card);
    bench.step("READ BINARY with Le 258");
    const { data, sw, seq } = yield* exchange(bench, READ);
    bench.require(
      sw === "9000" && sameBytes(data, DATA),
      {
        ja: `258バイトのうち ${data.length} バイトが ${sw} とともに返った`,
        en: `the host got ${data.length} bytes with ${sw}; the card said 258 bytes and 9000`,
      },
      seq,
    );
    return { ja: "258バイトがすべて返った", en: "258 bytes came whole" };
  },
});
