import { parseFrame } from "../../../../devices/iso14443/parser.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { typeBCheck } from "./type-b-check.ts";

/** A power-up that fails once is tried again; of two cards neither is read. */
export const powerUpAndCollision = typeBCheck({
  id: "B-01",
  title: { ja: "活性化の再試行と、2枚のカードの衝突", en: "activation is tried again; two cards collide" },
  expected: {
    ja: "ATTRIBの応答が1回失われてもATRを返す。2枚あるときは電源投入を失敗とし、どちらも選択しない",
    en: "an ATR comes though one answer to ATTRIB was lost; with two cards power-on fails and neither is chosen",
  },
  clause: "ISO/IEC 14443-3 §7.1 (anticollision), requirements F15, firmware-validation.md §9 X36; no mix is our choice",
  severity: "critical",
  next: {
    ja: "活性化を数回試し、スロットで2枚目を見分け、衝突を失敗として報告してください",
    en: "try activation a few times, tell a second card by slots, and report a collision as a failure",
  },
  *play(bench: Bench, antenna: Antenna) {
    yield* antenna.found(antenna.lay());
    let answers = 0;
    antenna.passage = (frame, way) =>
      way === "to-reader" && parseFrame(frame, ["ATTRIB-ANSWER"]).kind !== "defect" && answers++ === 0
        ? undefined
        : frame;
    bench.step("power on; the first answer to ATTRIB is lost");
    const single = yield* bench.host.powerOn(bench.antennaSlot);
    bench.require(
      succeeded(single),
      {
        ja: `活性化が1回失敗しただけで電源投入が失敗した（${statusText(single)}）`,
        en: `power-on failed because activation failed once (${statusText(single)})`,
      },
      single.seq,
    );
    antenna.clear();

    bench.step("two cards before the antenna");
    const before = antenna.frames.length;
    const first = antenna.lay();
    antenna.lay();
    yield* antenna.found(first);
    const answer = yield* bench.host.powerOn(bench.antennaSlot);
    bench.require(
      !succeeded(answer),
      { ja: "2枚あるのに電源投入が成功した", en: "power-on succeeded with two cards there" },
      answer.seq,
    );
    bench.require(
      antenna.fromReader(before).every(({ kind }) => kind !== "ATTRIB"),
      { ja: "2枚のうち1枚を選択した", en: "one of two cards was chosen" },
    );
    return {
      ja: `2回目で活性化した。2枚では失敗（${statusText(answer)}）`,
      en: `activated at the second try; two cards failed with ${statusText(answer)}`,
    };
  },
});
