import { toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { SMALL_BLOCK_ATR } from "../../cards.ts";
import { t1Check, updateBinary } from "./t1-check.ts";

const COMMAND_BYTES = 100;
const RESERVED = [0x00, 0xff] as const;

/** IFS 00 and FF of the card are not agreed to. */
export const ifsRefused = t1Check({
  id: "T1-04",
  title: { ja: "IFS 00とFFの拒否", en: "IFS 00 and FF are refused" },
  expected: {
    ja: "S(IFS応答)を返さず、Rブロックで誤りを知らせる",
    en: "no S(IFS response); an R block tells the error",
  },
  clause: "ISO/IEC 7816-3 §11.4.2; firmware-validation.md §5 rule 5",
  severity: "must",
  next: {
    ja: "IFSの値が01〜FEであることを確かめてから応答してください",
    en: "agree to an IFS only when it is 01 to FE",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power(SMALL_BLOCK_ATR);
    card.transfer(updateBinary(COMMAND_BYTES));
    for (const value of RESERVED) {
      const size = toHex(Uint8Array.of(value));
      bench.step(`S(IFS request) ${size} after a piece of a command`);
      const piece = yield* card.piece();
      card.say({ kind: "S-request", name: "IFS", inf: Uint8Array.of(value) });
      const heard = yield* card.hear();
      bench.require(heard.kind !== "S-response", {
        ja: `S(IFS要求) ${size} に ${blockText(heard)} を返した`,
        en: `S(IFS request) ${size} was agreed to: ${blockText(heard)}`,
      });
      if (heard.kind !== "R") break; // gave the card up, which is no agreement either
      card.confirm(piece);
    }
    return { ja: "どちらにも応じなかった", en: "agreed to neither" };
  },
});
