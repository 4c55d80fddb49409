import { ERROR } from "../../../../devices/ccid/constants.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS, statusText, succeeded } from "../../host-side.ts";
import { askForPin } from "../../pin-pad.ts";

/** The shortest bTimeOut there is. */
const ENTRY_S = 1;

/** A patient who walks away is told apart from one who gives up. */
export const pinTimeout = firmwareCheck({
  id: "CC-17",
  set: "CC",
  title: { ja: "暗証番号入力の時間切れ", en: "PIN entry runs out of time" },
  expected: { ja: "bTimeOutの後に失敗とbError F0を返す", en: "after bTimeOut: failed with bError F0" },
  clause: "USB CCID 1.1 §6.1.11 (bTimeOut), §6.2.6 (PIN_TIMEOUT); firmware-validation.md §1.2",
  severity: "must",
  needs: ["ccid", "bench", "t1", "pin-pad"],
  next: {
    ja: "時間切れにはF0で応答してください（ホストは6400とする）",
    en: "answer a time-out with F0: hosts make 6400 of it",
  },
  *run(bench: Bench) {
    yield* powered(bench, playedCard(bench, bench.contactSlot));
    bench.step("Secure: PIN entry at the reader");
    const command = yield* askForPin(bench, ENTRY_S);
    bench.step(`nobody presses a key for ${ENTRY_S} s`);
    const answer = yield* bench.host.answerTo(command, HOST_WAIT_MS.transfer);
    bench.require(answer, { ja: "時間切れが知らされない", en: "the time-out was not told" });
    bench.require(
      !succeeded(answer) && answer.b8 === ERROR.pinTimeout,
      {
        ja: `時間切れに対し ${statusText(answer)}`,
        en: `the entry ran out, and the host was told ${statusText(answer)}`,
      },
      answer.seq,
    );
    return { ja: statusText(answer), en: statusText(answer) };
  },
});
