import { ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { SELECT } from "../../cards.ts";
import { iccStatusOf, statusText, succeeded } from "../../host-side.ts";
import { damaged, isBlock } from "./frames.ts";
import { typeBCheck } from "./type-b-check.ts";

/** CRC errors of a weak card are asked for again and are no removal. */
export const weakCard = typeBCheck({
  id: "B-02",
  title: { ja: "弱いカードのCRC誤り", en: "CRC errors of a weak card" },
  expected: {
    ja: "2回続けて壊れた応答の後も再送を求めて応答を得る。カードが外れたとは見なさない",
    en: "after two damaged answers in a row the third is taken; the card does not count as removed",
  },
  clause: "ISO/IEC 14443-4 §7.5.4 rule 4; firmware-validation.md §6, §9 X30",
  severity: "must",
  next: {
    ja: "CRC誤りにはR(NAK)を送り、2回まで再試行してください",
    en: "answer a CRC error with R(NAK), twice before giving up",
  },
  *play(bench: Bench, antenna: Antenna) {
    yield* antenna.powered();
    let toDamage = 2;
    antenna.passage = (frame, way) =>
      way === "to-reader" && isBlock(frame, "I") && toDamage-- > 0 ? damaged(frame) : frame;
    bench.step("a command whose answer is damaged twice");
    const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
    bench.require(
      iccStatusOf(answer) !== ICC_STATUS.absent,
      { ja: "CRC誤りをカードの取り外しと見なした", en: "a CRC error was taken for a removal" },
      answer.seq,
    );
    bench.require(
      succeeded(answer) && answer.data.length === 2,
      {
        ja: `3回目の正しい応答が使われない（${statusText(answer)}）`,
        en: `the third, good answer was not used (${statusText(answer)})`,
      },
      answer.seq,
    );
    return { ja: "2回の誤りの後に応答を得た", en: "answered after two damaged frames" };
  },
});
