import { encodeBlock } from "../../../../devices/t1/block.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { t1Check } from "./t1-check.ts";

/** A card that did not understand a block gets the very same block again. */
export const sameBlockAgain = t1Check({
  id: "T1-22",
  title: { ja: "同じ番号のRブロックで同じブロックを再送", en: "R with the same number brings the same block" },
  expected: { ja: "直前のIブロックを1バイトも変えずに再送する", en: "the last I block comes again, byte for byte" },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 2",
  severity: "must",
  next: {
    ja: "N(R)が送ったN(S)と同じなら、保存した直前のブロックをそのまま送ってください",
    en: "keep the last block, and send it as it was when N(R) equals its N(S)",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    for (const error of ["none", "edc", "other"] as const) {
      bench.step(`R with the number of the block, error ${error}`);
      const command = card.transfer();
      const first = yield* card.piece();
      card.say({ kind: "R", nr: first.ns, error });
      const again = yield* card.hear();
      bench.require(again.kind === "I" && sameBytes(encodeBlock(again, "lrc"), encodeBlock(first, "lrc")), {
        ja: `${blockText(first)} の再送が ${blockText(again)}`,
        en: `${blockText(first)} came again as ${blockText(again)}`,
      });
      card.answer();
      yield* card.result(command);
    }
    return { ja: "3回とも同じブロック", en: "the same block, three times" };
  },
});
