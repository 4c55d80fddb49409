import { sleep } from "../../../../simulator/kernel/process.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { SELECT } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { damaged, isBlock } from "./frames.ts";
import { typeBCheck } from "./type-b-check.ts";

/** Two retries are usual (firmware-validation.md §6); no standard counts them, and more than this are too many (ours). */
const MOST_RETRIES = 8;
/** What a reader may take after its answer to the host, ms (ours). */
const AFTERWARDS_MS = 300;

/** After the retries the session is ended and the host is told of a failure. */
export const threeBadAnswers = typeBCheck({
  id: "B-03",
  title: { ja: "3回続けて壊れた応答", en: "three damaged answers in a row" },
  expected: {
    ja: "数回の再送の後、S(DESELECT)（または磁界の遮断）で終え、ホストへ失敗を返す",
    en: "after a few retries S(DESELECT), or the field taken away, ends the session, and the host is told of a failure",
  },
  clause: "ISO/IEC 14443-4 §7.5.4 rules 4 and 8; firmware-validation.md §6",
  severity: "must",
  next: {
    ja: "再試行を使い切ったらS(DESELECT)を送り、エラーを返してください",
    en: "send S(DESELECT) when the retries are used up, and answer with an error",
  },
  *play(bench: Bench, antenna: Antenna) {
    yield* antenna.powered();
    antenna.passage = (frame, way) => (way === "to-reader" && isBlock(frame, "I") ? damaged(frame) : frame);
    bench.step("a command whose every answer is damaged");
    const [before, fieldOffs] = [antenna.frames.length, antenna.fieldOffs];
    const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
    bench.require(
      !succeeded(answer),
      { ja: "読めない応答を成功として返した", en: "unreadable answers were told as success" },
      answer.seq,
    );
    const retries = antenna.fromReader(before).filter(({ kind }) => kind === "R(NAK)").length;
    bench.require(retries <= MOST_RETRIES, {
      ja: `再送を ${retries} 回求めた`,
      en: `the answer was asked for again ${retries} times`,
    });
    const isEnded = (): boolean =>
      antenna.fieldOffs > fieldOffs || antenna.fromReader(before).some(({ kind }) => kind === "S(DESELECT)");
    if (!isEnded()) yield* sleep(bench.clock, AFTERWARDS_MS);
    bench.require(isEnded(), {
      ja: "カードを活性のまま放置した（S(DESELECT)も磁界の遮断もない）",
      en: "the card was left active: no S(DESELECT), and the field stayed on",
    });
    return { ja: `セッションを終え、${statusText(answer)} を返した`, en: `ended, and told as ${statusText(answer)}` };
  },
});
