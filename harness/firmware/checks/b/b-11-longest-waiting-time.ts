import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { OK, SELECT } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { isAnyBlock, isBlock } from "./frames.ts";
import { typeBCheck } from "./type-b-check.ts";

/** FWI 14, 4.95 s. */
const LONGEST_FWI = 14;
/** The whole of it would take too long: who gives up early does so within a second. */
const ANSWER_AFTER_MS = 1_100;

/** A card with the longest waiting time is waited for. */
export const longestWaitingTime = typeBCheck({
  id: "B-11",
  title: { ja: "最長の待ち時間（FWI 14）", en: "the longest waiting time, FWI 14" },
  expected: {
    ja: "FWI 14のカードが1秒以上黙っていても、再送を求めずに待つ",
    en: "a card of FWI 14 may be silent for more than a second without being asked again",
  },
  clause: "ISO/IEC 14443-4 §7.2 (FWT = 302 µs · 2^FWI); firmware-validation.md §6",
  severity: "must",
  next: {
    ja: "FWTをATQBのFWIから計算し、固定の上限で切らないでください",
    en: "compute FWT from FWI of ATQB and do not cap it",
  },
  *play(bench: Bench, antenna: Antenna) {
    yield* antenna.powered({
      card: { fwi: LONGEST_FWI },
      answer: () => ({ afterMs: ANSWER_AFTER_MS, answer: OK }),
    });
    bench.step(`a command the card answers after ${ANSWER_AFTER_MS} ms`);
    const before = antenna.frames.length;
    const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
    const blocks = antenna.frames.slice(before).filter(({ bytes }) => isAnyBlock(bytes));
    const askedAt = blocks.findIndex(({ from, bytes }) => from === "reader" && isBlock(bytes, "I"));
    const [asked, next] = blocks.slice(Math.max(0, askedAt));
    bench.require(next?.from === "card", {
      ja: `${(next?.atMs ?? 0) - (asked?.atMs ?? 0)} ms で待つのをやめた`,
      en: `it stopped waiting after ${(next?.atMs ?? 0) - (asked?.atMs ?? 0)} ms`,
    });
    bench.require(
      succeeded(answer),
      { ja: `応答が届かない（${statusText(answer)}）`, en: `the answer was lost (${statusText(answer)})` },
      answer.seq,
    );
    yield* bench.host.powerOff(bench.antennaSlot); // while the card is there: nobody shall wait FWT for it to be missed
    return { ja: "1秒を超えて待ち、応答を得た", en: "waited for more than a second and answered" };
  },
});
