import { concat, fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { counted, OK, playedCard, powered } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

const SELECT_WITH_ANSWER = fromHex("00 A4 04 00 0A D3 92 F0 00 26 01 00 00 00 01");
const GET_RESPONSE = 0xc0;

/** What the card has to say, 24 bytes, and how it hands it out: 10 bytes, one byte, 13 bytes. */
const WHOLE = counted(24);
const PIECES = [
  concat(WHOLE.subarray(0, 10), fromHex("61 01")),
  concat(WHOLE.subarray(10, 11), fromHex("61 0D")),
  concat(WHOLE.subarray(11), OK),
];

/** 61xx is followed with GET RESPONSE until the card has said everything, and the host gets it as one answer. */
export const getResponse = apduCheck({
  id: "AP-01",
  title: { ja: "61xxの後のGET RESPONSE", en: "61xx is followed with GET RESPONSE" },
  expected: {
    ja: "61xxが続くあいだGET RESPONSEを送り、つないだデータと最後のステータスワードを返す",
    en: "GET RESPONSE as long as the card says 61xx; the host gets all pieces joined and the last status word",
  },
  clause: "ISO/IEC 7816-4 §5.6 (61xx), GET RESPONSE; firmware-validation.md §7, §9 X37",
  severity: "must",
  alsoNeeds: ["get-response"],
  next: {
    ja: "61xxを受けたら 00 C0 00 00 xx を送り、データを順につないでください",
    en: "on 61xx send 00 C0 00 00 xx and put the data behind what is there already",
  },
  *play(bench: Bench) {
    let piece = 0;
    const card = playedCard(bench, bench.contactSlot, ([, ins]) => {
      piece = ins === GET_RESPONSE ? piece + 1 : 0;
      return PIECES[piece] ?? fromHex("69 85");
    });
    yield* powered(bench, card);
    bench.step("SELECT, which the card answers in three pieces with 61xx");
    const { data, sw, seq } = yield* exchange(bench, SELECT_WITH_ANSWER);
    bench.require(
      sw === "9000" && sameBytes(data, WHOLE),
      {
        ja: `カードの24バイトのうち ${data.length} バイトが ${sw} とともに返った（カードが受けたコマンドは ${card.commands.length} 個）`,
        en: `the host got ${data.length} of 24 bytes with ${sw}; the card was sent ${card.commands.length} commands`,
      },
      seq,
    );
    return { ja: "3つに分かれた24バイトが1つの応答で返った", en: "24 bytes in three pieces came as one answer" };
  },
});
