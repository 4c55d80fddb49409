import { encodeBlock } from "../../../../devices/t1/block.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { SMALL_BLOCK_ATR } from "../../cards.ts";
import { t1Check, updateBinary } from "./t1-check.ts";

/** One byte more than a block may hold. */
const ILLEGAL_BYTES = 255;
/** Two blocks at IFSC 32. */
const CHAINED_BYTES = 40;
/** S(WTX request) without its byte, its EDC right. */
const WTX_WITHOUT_INF = fromHex("00 C3 00 C3");

/** Blocks that no rule allows are refused, though their EDC is right. */
export const illegalBlocks = t1Check({
  id: "T1-08",
  title: { ja: "規格外のブロックの拒否", en: "illegal blocks are refused" },
  expected: {
    ja: "LEN=FF、INFのあるRブロック、長さの違うSブロックを受け付けない",
    en: "LEN FF, an R block with INF and an S block of the wrong length are not accepted",
  },
  clause: "ISO/IEC 7816-3 §11.3, §11.6; firmware-validation.md §5, §9 X25",
  severity: "must",
  next: {
    ja: "PCBとLENの組み合わせを、EDCとは別に確かめてください",
    en: "check LEN against the PCB, apart from the EDC",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power(SMALL_BLOCK_ATR);
    yield* lenFf(bench, card);
    yield* chainedCommand(bench, card);
    return { ja: "3種とも受け付けなかった", en: "none of the three was accepted" };
  },
});

function* lenFf(bench: Bench, card: CardByHand): Process<void> {
  bench.step("an answer with LEN FF");
  const command = card.transfer();
  yield* card.command();
  card.sayBytes(encodeBlock(card.awaited(new Uint8Array(ILLEGAL_BYTES)), "lrc"));
  yield* card.hear();
  card.answer();
  const answer = yield* card.result(command);
  bench.require(
    answer.data.length < ILLEGAL_BYTES,
    { ja: "LEN=FFのブロックが応答になった", en: "the block with LEN FF became the answer" },
    answer.seq,
  );
}

function* chainedCommand(bench: Bench, card: CardByHand): Process<void> {
  bench.step("R with INF, then S(WTX request) without INF, in place of a confirmation");
  card.transfer(updateBinary(CHAINED_BYTES));
  const first = yield* card.piece();
  const pcb = first.ns === 0 ? 0x90 : 0x80; // R with the next number
  card.sayBytes(Uint8Array.of(0x00, pcb, 0x01, 0x00, pcb ^ 0x01));
  const heard = yield* card.hear();
  bench.require(heard.kind !== "I" || heard.ns === first.ns, {
    ja: `INFのあるRブロックを確認とみなした（次は ${blockText(heard)}）`,
    en: `an R block with INF was taken for a confirmation: ${blockText(heard)} followed`,
  });
  card.sayBytes(WTX_WITHOUT_INF);
  const next = yield* card.hear();
  bench.require(next.kind !== "S-response", {
    ja: `INFのないS(WTX要求)に ${blockText(next)}`,
    en: `S(WTX request) without INF was granted: ${blockText(next)}`,
  });
}
