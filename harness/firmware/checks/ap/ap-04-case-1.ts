import { fromHex, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

/** ACTIVATE FILE: sends nothing and wants nothing. */
const COMMAND = fromHex("00 44 00 00");

/** A case 1 command reaches the card as its four bytes. */
export const case1 = apduCheck({
  id: "AP-04",
  title: { ja: "ケース1は4バイトのまま", en: "a case 1 command stays four bytes" },
  expected: {
    ja: "ヘッダー4バイトだけがカードに届く（LcもLeも付けない）",
    en: "four bytes of header reach the card, without Lc and Le",
  },
  clause: "ISO/IEC 7816-4 §5.1; firmware-validation.md §7",
  severity: "must",
  next: {
    ja: "T=0の習慣で5バイト目（P3=00）を付けていないか確認してください",
    en: "look for the fifth byte of T=0, P3 = 00, being added",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot);
    yield* powered(bench, card);
    bench.step("a command of four bytes");
    const { seq } = yield* exchange(bench, COMMAND);
    const came = card.commands[0] ?? new Uint8Array(0);
    bench.require(
      sameBytes(came, COMMAND),
      {
        ja: `${toHex(COMMAND)} がカードには ${toHex(came)} として届いた`,
        en: `${toHex(COMMAND)} reached the card as ${toHex(came)}`,
      },
      seq,
    );
    return { ja: "4バイトのまま届いた", en: "four bytes reached the card" };
  },
});
