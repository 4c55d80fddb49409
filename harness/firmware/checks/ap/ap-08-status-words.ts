import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

/** VERIFY without data: what the counter says (my-number-card.md §2.4). No PIN is on the line. */
const QUERY = fromHex("00 20 00 80");
/** No try left, blocked by ISO's word, blocked as the card says it, two tries left. */
const STATUS_WORDS = ["63C0", "6983", "6984", "63C2"];

/** Status words about a PIN reach the host as the card said them. */
export const statusWords = apduCheck({
  id: "AP-08",
  title: { ja: "残り回数と閉塞のステータスワード", en: "status words of tries left and of a blocked PIN" },
  expected: {
    ja: "63C0、6983、6984、63C2がそのままホストに届く",
    en: "63C0, 6983, 6984 and 63C2 reach the host untouched",
  },
  clause: "ISO/IEC 7816-4 §5.6; firmware-validation.md §7, §9 X43",
  severity: "must",
  next: {
    ja: "ステータスワードを読み替えないでください。63C0と6983では利用者への案内が変わります",
    en: "translate no status word: a wrong PIN and a blocked one are told to people differently",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot, (_command, index) => fromHex(STATUS_WORDS[index] ?? "6F00"));
    yield* powered(bench, card);
    for (const said of STATUS_WORDS) {
      bench.step(`VERIFY without data, which the card answers with ${said}`);
      const { sw, seq } = yield* exchange(bench, QUERY);
      bench.require(
        sw === said,
        { ja: `カードの ${said} がホストには ${sw} として届いた`, en: `the card said ${said}, the host got ${sw}` },
        seq,
      );
    }
    return { ja: "4つともそのまま届いた", en: "all four came as the card said them" };
  },
});
