import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { OK, SELECT } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { typeBCheck } from "./type-b-check.ts";

/** The card asks when half of 19.4 ms has gone, again and again. */
const ANSWER_AFTER_MS = 100;

/** S(WTX) is granted as often as it comes. */
export const waitingChain = typeBCheck({
  id: "B-05",
  title: { ja: "続けて来るS(WTX)", en: "S(WTX) several times in a row" },
  expected: {
    ja: "続けて来るS(WTX)にすべて応答し、最後に応答を得る",
    en: "every S(WTX) of a row is granted and the answer comes at last",
  },
  clause: "ISO/IEC 14443-4 §7.3; firmware-validation.md §8",
  severity: "must",
  next: {
    ja: "S(WTX)の回数を数えて打ち切っていないか確認してください",
    en: "do not stop after the first S(WTX); a signature takes several",
  },
  *play(bench: Bench, antenna: Antenna) {
    yield* antenna.powered({ wtxFactor: 1, answer: () => ({ afterMs: ANSWER_AFTER_MS, answer: OK }) });
    bench.step("a command during which the card asks for more time several times");
    const before = antenna.frames.length;
    const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
    const grants = antenna.fromReader(before).filter(({ kind }) => kind === "S(WTX)").length;
    if (grants === 0) return { ja: "S(WTX)に応答しない（B-04で判定）", en: "no S(WTX) was granted, which B-04 judges" };
    bench.require(
      succeeded(answer),
      {
        ja: `${grants} 回応答した後に打ち切った（${statusText(answer)}）`,
        en: `given up after ${grants} grants (${statusText(answer)})`,
      },
      answer.seq,
    );
    return { ja: `${grants} 回応答し、結果を得た`, en: `${grants} grants and the answer` };
  },
});
