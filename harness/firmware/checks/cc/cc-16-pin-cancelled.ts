import { ERROR } from "../../../../devices/ccid/constants.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS, statusText, succeeded } from "../../host-side.ts";
import { askForPin } from "../../pin-pad.ts";

const ENTRY_S = 5;

/** A patient who gives up is told apart from a reader that failed. */
export const pinCancelled = firmwareCheck({
  id: "CC-16",
  set: "CC",
  title: { ja: "暗証番号入力の取消", en: "PIN entry is cancelled" },
  expected: { ja: "取消キーで失敗とbError EFを返す", en: "on the cancel key: failed with bError EF" },
  clause: "USB CCID 1.1 §6.2.6 (PIN_CANCELLED); firmware-validation.md §1.2",
  severity: "must",
  needs: ["ccid", "bench", "t1", "pin-pad"],
  next: {
    ja: "取消キーにはEFで応答してください（ホストは6401とする）",
    en: "answer the cancel key with EF: hosts make 6401 of it",
  },
  *run(bench: Bench) {
    yield* powered(bench, playedCard(bench, bench.contactSlot));
    bench.step("Secure: PIN entry at the reader");
    const command = yield* askForPin(bench, ENTRY_S);
    bench.step("the cancel key");
    bench.card.key("cancel");
    const answer = yield* bench.host.answerTo(command, HOST_WAIT_MS.transfer);
    bench.require(answer, { ja: "取消キーの後に応答がない", en: "no answer came after the cancel key" });
    bench.require(
      !succeeded(answer) && answer.b8 === ERROR.pinCancelled,
      {
        ja: `取消に対し ${statusText(answer)}`,
        en: `the entry was cancelled, and the host told ${statusText(answer)}`,
      },
      answer.seq,
    );
    return { ja: statusText(answer), en: statusText(answer) };
  },
});
