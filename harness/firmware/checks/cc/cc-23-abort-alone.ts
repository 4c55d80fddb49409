import { ANSWER, COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../../devices/ccid/writer.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered, SELECT } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { statusText, succeeded } from "../../host-side.ts";

/** An abort that comes too late finds the work done; that is no error. */
export const abortAlone = firmwareCheck({
  id: "CC-23",
  set: "CC",
  title: { ja: "中止対象のない中止", en: "an abort with nothing to abort" },
  expected: { ja: "81が成功で返り、スロットは使える", en: "81 comes with success, and the slot can be used" },
  clause: "firmware-validation.md §11 (72 alone aborts on a serial line: our choice)",
  severity: "should",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "実行中のコマンドがなければ、中止にすぐ81で応答してください",
    en: "answer an abort with 81 at once when nothing works",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    yield* powered(bench, playedCard(bench, contactSlot));
    bench.step("Abort of an idle slot");
    const answer = yield* host.ask(plainCommand(COMMAND.abort, host.to(contactSlot)));
    bench.require(
      answer.type === ANSWER.slotStatus && succeeded(answer),
      { ja: `中止に ${statusText(answer)}`, en: `the abort was answered with ${statusText(answer)}` },
      answer.seq,
    );
    bench.step("SELECT after it");
    const selected = yield* host.transfer(SELECT, contactSlot);
    bench.require(
      sameBytes(selected.data, OK),
      { ja: `その後のXfrBlockが ${statusText(selected)}`, en: `XfrBlock after it: ${statusText(selected)}` },
      selected.seq,
    );
    return { ja: "81が返り、スロットは使えた", en: "81, and the slot was used" };
  },
});
