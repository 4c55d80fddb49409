import { ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import { sleep } from "../../../../simulator/kernel/process.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { SELECT } from "../../cards.ts";
import { iccStatusOf, succeeded } from "../../host-side.ts";
import { isAnyBlock } from "./frames.ts";
import { typeBCheck } from "./type-b-check.ts";

/** Long enough for a removal to be told by most readers, ms. */
const WATCH_MS = 300;

/** One presence check without an answer is no removal. */
export const missedPoll = typeBCheck({
  id: "B-08",
  title: { ja: "1回だけ応答のない在席確認", en: "one presence check without an answer" },
  expected: {
    ja: "1回の未応答ではカードの取り外しとせず、セッションを続ける",
    en: "one missed answer is no removal; the session goes on",
  },
  clause: "firmware-validation.md §9 X33 (our choice: no standard counts polls)",
  severity: "must",
  next: {
    ja: "未応答が2回以上続いたときにだけ取り外しと判定してください",
    en: "tell a removal only after two or more missed answers in a row",
  },
  *play(bench: Bench, antenna: Antenna) {
    const laid = yield* antenna.powered();
    let missed = 0;
    antenna.passage = (frame, way) => (way === "to-reader" && isAnyBlock(frame) && missed++ === 0 ? undefined : frame);
    bench.step("the first answer of the card to the idle reader is lost");
    yield* sleep(bench.clock, WATCH_MS);
    if (missed === 0)
      return {
        ja: "活性中のカードが答える確認はなかった（方法はB-06で判定）",
        en: "nothing was asked that an active card answers; B-06 judges how it is asked",
      };
    const status = yield* bench.host.status(bench.antennaSlot);
    bench.require(
      iccStatusOf(status) === ICC_STATUS.active && laid.activations === 1,
      { ja: "1回の未応答で取り外しと判定した", en: "one missed answer was told as a removal" },
      status.seq,
    );
    const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
    bench.require(
      succeeded(answer),
      { ja: "その後のコマンドが失敗した", en: "the command afterwards failed" },
      answer.seq,
    );
    return { ja: "セッションは続いた", en: "the session went on" };
  },
});
