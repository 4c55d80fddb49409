import type { CcidFrame } from "../../../../devices/ccid/frame.ts";
import { sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { CardByHand } from "../../card-by-hand.ts";
import { OK } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { isTimeExtension, statusText } from "../../host-side.ts";

/** How long the host may take to hear of it, ms. */
const TELL_MS = 1_000;
/** What the card asks for, one after the other. */
const MULTIPLIERS = [3, 1] as const;

/** A time extension is no answer and is known by the number of the command that works. */
export const timeExtension = firmwareCheck({
  id: "CC-11",
  set: "CC",
  title: { ja: "時間延長の形式", en: "the form of a time extension" },
  expected: {
    ja: "同じbSeq、bStatus 8x、データなし。その後に本当の応答が届く",
    en: "the same bSeq, bStatus 8x, no data; the answer follows",
  },
  clause: "USB CCID 1.1 §6.2.6 (time extension requested); firmware-validation.md §1.4, §9 X07",
  severity: "must",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "カードがS(WTX)を求めたら、実行中コマンドのbSeqでbStatus 80のDataBlockを送ってください",
    en: "on S(WTX) of the card send a DataBlock with bStatus 80 and the bSeq of the command that works",
  },
  *run(bench: Bench) {
    const card = new CardByHand(bench);
    yield* card.power();
    const command = card.transfer();
    yield* card.command();
    for (const multiplier of MULTIPLIERS) {
      bench.step(`the card asks for ${multiplier} times the waiting time`);
      card.askForTime(multiplier);
      yield* toldWell(bench, command);
      yield* card.hear();
    }
    bench.step("the card answers");
    card.answer();
    const answer = yield* card.result(command);
    bench.require(
      sameBytes(answer.data, OK),
      { ja: `延長後の応答が ${toHex(answer.data)}`, en: `the answer after it was ${toHex(answer.data)}` },
      answer.seq,
    );
    return { ja: "延長2回の後に応答が届いた", en: "two extensions, then the answer" };
  },
});

function* toldWell(bench: Bench, { sequence }: CcidFrame): Process<void> {
  const told = yield* bench.host.nextAnswer(TELL_MS);
  bench.require(told, {
    ja: `カードのS(WTX)から${TELL_MS} ms、ホストに延長が知らされない`,
    en: `the host heard nothing for ${TELL_MS} ms after S(WTX) of the card`,
  });
  bench.require(
    isTimeExtension(told),
    {
      ja: `延長のbStatus・bErrorが ${statusText(told)}`,
      en: `the extension had bStatus and bError ${statusText(told)}`,
    },
    told.seq,
  );
  bench.require(
    told.sequence === sequence,
    {
      ja: `延長のbSeqが ${told.sequence}（${sequence} のはず）`,
      en: `the extension had bSeq ${told.sequence} instead of ${sequence}`,
    },
    told.seq,
  );
  bench.require(told.data.length === 0, { ja: "延長にデータが付いている", en: "the extension had data" }, told.seq);
}
