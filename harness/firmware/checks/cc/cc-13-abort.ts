import { ANSWER, COMMAND, ERROR } from "../../../../devices/ccid/constants.ts";
import type { CcidFrame } from "../../../../devices/ccid/frame.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered, SELECT } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS, isTimeExtension, statusText, succeeded } from "../../host-side.ts";

/** What a host gave up ends, is told as aborted, and leaves the slot as good as before. */
export const abort = firmwareCheck({
  id: "CC-13",
  set: "CC",
  title: { ja: "実行中コマンドの中止", en: "a working command is aborted" },
  expected: {
    ja: "実行中のコマンドがFFで終わり、中止のbSeqで81が返り、スロットは使える",
    en: "the working command fails with FF, then 81 comes with the bSeq of the abort, and the slot can be used",
  },
  clause: "USB CCID 1.1 §6.1.13; firmware-validation.md §11 (72 alone aborts, FF before 81: our choice), §9 X18",
  severity: "must",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "中止でカードの待ちを打ち切り、それぞれのbSeqで2つの応答を返してください",
    en: "an abort ends the wait for the card; two answers go out, each with the bSeq of its command",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    const working = xfrBlock(host.to(contactSlot), SELECT);
    const stop = plainCommand(COMMAND.abort, host.to(contactSlot));
    const card = playedCard(bench, contactSlot, (_command, index) => {
      if (index > 0) return OK;
      host.send(stop);
      return "mute";
    });
    yield* powered(bench, card);
    bench.step("Abort while the card is at work");
    host.send(working);
    const first = yield* nextEnd(bench);
    bench.require(
      first.sequence === working.sequence && !succeeded(first) && first.b8 === ERROR.aborted,
      {
        ja: `実行中のコマンド（bSeq ${working.sequence}）に対し bSeq ${first.sequence}、${statusText(first)}`,
        en: `for the working command, bSeq ${working.sequence}, came bSeq ${first.sequence} with ${statusText(first)}`,
      },
      first.seq,
    );
    const second = yield* nextEnd(bench);
    bench.require(
      second.type === ANSWER.slotStatus && second.sequence === stop.sequence && succeeded(second),
      {
        ja: `中止（bSeq ${stop.sequence}）に対し bSeq ${second.sequence}、${statusText(second)}`,
        en: `for the abort, bSeq ${stop.sequence}, came bSeq ${second.sequence} with ${statusText(second)}`,
      },
      second.seq,
    );
    bench.step("the slot is used again");
    yield* host.powerOff(contactSlot);
    yield* host.powerOn(contactSlot);
    const answer = yield* host.transfer(SELECT, contactSlot);
    bench.require(
      sameBytes(answer.data, OK),
      {
        ja: `中止後のスロットが使えない（${statusText(answer)}）`,
        en: `no use of the slot after it: ${statusText(answer)}`,
      },
      answer.seq,
    );
    return { ja: "FF、81の順に終わり、再び使えた", en: "FF, then 81, and the slot was used again" };
  },
});

/** The next answer that ends a command. */
function* nextEnd(bench: Bench): Process<CcidFrame & { readonly seq: number }> {
  for (;;) {
    const answer = yield* bench.host.nextAnswer(HOST_WAIT_MS.transfer);
    bench.require(answer, { ja: "中止の後に応答がない", en: "no answer came after the abort" });
    if (!isTimeExtension(answer)) return answer;
  }
}
